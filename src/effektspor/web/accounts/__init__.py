"""Users, roles, log-in, and who may what."""
