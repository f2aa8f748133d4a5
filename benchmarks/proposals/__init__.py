"""How long the live check of a proposal takes."""
