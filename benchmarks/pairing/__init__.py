"""Pairing: ours beside a plain shuffle and three solvers of others, on the same people."""
