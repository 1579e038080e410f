"""Afterwards: the new connections, as a picture of the whole.

People are points and conversations are lines between them; nobody is ranked, and a name stands at a point only when
that person wants it. It is off unless the host turns it on, and there is nothing to see before the rounds are over.
A group may take it home and go on weaving by hand.
"""
