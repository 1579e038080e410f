"""The two questions: a challenge that one brings, and what one hopes to get and to give.

They stand on every screen in every round. A host takes ready ones or writes own ones; each round may have its
own pair, though repetition deepens the stories.
"""
