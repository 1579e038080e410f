"""What people want to leave for each other in writing, where the host wants a board at all.

After the rounds, never during them: an insight, a need, an offer. Each stays on the phone, goes up without a name, or
with it, as asked each time, and can be taken back at any time. Nothing is shown until five people have shared
something, and then in handfuls, so that neither the order nor the moment tells whose it is. What goes up without a name
comes with a ticket that everybody's phone has and nobody's name is on: nothing that is kept leads from it to a person.
"""
