"""Plans (økonomisk handleplan): measures with target and realised saving, estimates by round, effect accounts.

Also what the papers around a plan hold: the outlook of a budget, a strategy note and tables of flows. Savings are
positive; what a paper states and what its rows give are both kept, and what is not stated is None.
"""
