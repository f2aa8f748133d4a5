"""Papers for the committee: one report model, printed as docx and pdf, and its charts."""
