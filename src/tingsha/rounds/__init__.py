"""Three rounds, and the time in them.

A plan (how many rounds, how long a turn) becomes a timeline of segments in absolute time, sent ahead to every
device at the start. The host may pause, lengthen, shorten and skip; both turns of a round stay equally long.
"""
