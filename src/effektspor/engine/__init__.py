"""Cost and persons of many lines at once, by several engines that give the same bytes. The only place for numpy."""
