"""Who met whom: lines, figures, places, and what the host takes home."""
