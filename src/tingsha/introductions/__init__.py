"""Offers that meet needs, where the host wants that.

Somebody needs what another offers, and neither knows of the other. The phones that hold the two contributions are told
that they are alike; only when both say yes do they give each other a card. The server never knows whose contribution
it is: the phone asks with the secret that takes it back. Nobody learns of a no, for it is told to nobody, the server
included; and a card leaves a phone only when both have said yes.
"""
