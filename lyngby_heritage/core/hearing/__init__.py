"""The hearing of a plan: who is heard, of which property, by which letter and until when; and the proof of it.

Names of people pass through here and are kept nowhere: not in a message, a log or a file but those of the hearing.
"""
