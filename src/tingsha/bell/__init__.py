"""When it rings next.

The bell of the hall is the primary one; every device knows the timeline and rings by itself. The host may ring
once for attention, or ring a real bell and keep every device silent. Here also stands what the server itself
has to wake up for: mending the envelopes before a bell, and coming together after the last one.
"""
