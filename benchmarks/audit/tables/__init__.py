"""The kinds of tables found in real savings papers; each function draws one and ties its figures."""
