"""What two people take further.

Somebody offers a partner how to be reached; only when both have offered does either get to see anything. Nobody learns
of a no, and an offer that the other has not answered can be taken back as if it had never been. The same for a buddy:
somebody to ask, some weeks from now, how it went. It is off unless the host turns it on.
"""
