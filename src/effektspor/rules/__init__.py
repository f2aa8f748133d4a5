"""National parameters by date: each version with its source, whether it is verified, and when it was last checked."""
