"""What can be wrong with the lines of a grants file: a class per code, whose docstring is the user's manual page."""
