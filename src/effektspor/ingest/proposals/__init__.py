"""Reading proposals from papers: business cases, the catalogue that lists them, and proposals in a budget's form."""
