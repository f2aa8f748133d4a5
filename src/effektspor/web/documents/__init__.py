"""Papers: which are read, what they say, and what is wrong with them."""
