"""Variance (afvigelse): a change of cost as p/l, quantity, mix and price, to the øre, for each group and in all."""
