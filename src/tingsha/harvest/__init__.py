"""What the conversations leave behind, together.

Spoken first: in silence, then with neighbours, then a few voices. The host writes down up to three patterns as they are
heard, for everybody to see and to take home. Nothing is asked of those who talked.
"""
