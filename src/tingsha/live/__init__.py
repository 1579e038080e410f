"""The doors to the network: one keeper per gathering, ordinary requests, held streams, and the screens themselves.

Authority comes from a token alone, and every token is derived from the journal's secret, so none is stored. What a
stranger sends is read up to a limit, understood or refused with a sentence, and never logged.
"""
