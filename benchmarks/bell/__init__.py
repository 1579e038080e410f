"""How far apart the bells of one room ring, heard in the sound that each page really renders."""
