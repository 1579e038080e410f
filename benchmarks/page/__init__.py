"""How much a phone must fetch, and how long it takes, until somebody who scanned the code can type a name."""
