"""Afterwards: what it cost in attention. So many minutes of talk each, and so many seconds of looking at a phone.

It measures us, not people. It is off unless the host turns it on beforehand, where everybody can see that. A phone
tells one number, once, and the number lies apart from whose it was; what is made of them is the middle one of five or
more.
"""
