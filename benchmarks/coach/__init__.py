"""How good the question coach is: precision and recall of every hint on labelled questions."""
