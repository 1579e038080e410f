"""How many people per second can join so that it is on disk, beside the same server that only remembers."""
