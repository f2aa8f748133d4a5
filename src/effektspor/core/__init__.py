"""Values and arithmetic: no file, database, clock, network, numpy or Django."""
