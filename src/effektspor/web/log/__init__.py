"""The write log: every write happens in a recording."""
