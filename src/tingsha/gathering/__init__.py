"""Who is here.

A host opens a gathering and reads the code aloud. People arrive, sit out, come back and leave; some have no
phone and are added by name. The host decides how the door stands: open, on request, or locked. Whoever asks
to be forgotten is forgotten.
"""
