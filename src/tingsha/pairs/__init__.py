"""Who meets whom: everyone in a pair, one trio when the number is odd, and never the same partner twice
while that is possible. The whole gathering is paired before the first bell, so that every envelope can be
sealed early; before each bell the plan is mended for those who came or left, changing as few envelopes as
can be."""
