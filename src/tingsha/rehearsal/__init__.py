"""A crowd that does not exist, to try a gathering with.

It joins over the network like anybody, walks, talks, finds and misses partners; some come late or lose their line. It
keeps a ledger of whether the rules held. `tingsha rehearse` sends one to any server, a host's page to its own.
"""
