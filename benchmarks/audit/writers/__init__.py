"""Writers of the five formats: the same paper, the same rows, the same bytes for the same seed."""
