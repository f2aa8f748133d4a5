"""Planted faults: one per paper, of a known class, with its truth and the places that may rightly be pointed at."""
