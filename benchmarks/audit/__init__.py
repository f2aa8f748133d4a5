"""Made savings papers, clean and with one planted fault, and the score of the product on them (README.md)."""
