"""How fast the page of a catalogue answers."""
