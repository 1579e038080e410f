"""The journal keeps what has happened: per gathering an append-only log of events, and beside it the vault with
the names and texts of people, which can really be deleted. It knows nothing of the method: bodies are opaque bytes.

`contract` says what a journal promises; `memory` and `sqlite` keep that promise, the one for tests and rehearsals,
the other on disk. A write is told as done only when it is durable; an erasure only when no file holds the words.
"""
