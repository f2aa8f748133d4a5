"""Document → what the papers around a plan hold: estimates by round, flows, outlooks, effect accounts, strategy notes.

Start with `reading.py`. A reader of one kind takes a table and returns a core type, or None where it is no such table.
What looks like one and cannot be placed is said in a note (PLA codes in `telling.py`), never guessed.
"""
