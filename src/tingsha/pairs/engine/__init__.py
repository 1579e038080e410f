"""How the pairs are found.

Facts about the people, a cost for every couple, prices that prove what is possible, exchanges and exact matchings that
reach it, and the account of what was reached. Nothing here knows of gatherings, phones or bells; `pairs.plan` and
`pairs.mend` are the doors to it.
"""
