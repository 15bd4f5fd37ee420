"""What every layer speaks of: cards, faults, the log's rows, questions and verdicts.

Frozen dataclasses and new types, standard library only, so that importing them costs nothing.
"""
