"""What changes save: worlds with and without them, and how sure that is."""
