"""Plans (økonomisk handleplan): measures with target and realised saving, gross and net."""
