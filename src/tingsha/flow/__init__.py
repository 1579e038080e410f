"""The thread through all rooms: a session, how it is decided upon, how it evolves, and how it is shown.

`decide(session, asked)` answers a command with facts or a refusal and changes nothing; `evolve(session, event)`
takes one event in, and cannot fail; `documents` are what screens show. No clock, no chance, no input or output.
"""
