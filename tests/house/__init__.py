"""The laws of the house, as tests. Every law is also tried on a small bad sample, so that it is known to bite."""
