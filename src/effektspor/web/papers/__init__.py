"""Our own papers: all of them in one list, let out in one way, in templates of ours or of the municipality's own."""
