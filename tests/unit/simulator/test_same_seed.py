"""The same seed gives the same bytes; another seed, another municipality."""

from hashlib import sha256

import pytest

from effektspor.simulator.chance import Chance
from effektspor.simulator.writing import FILES


def _digests(simulated):
    return [sha256((simulated.folder / name).read_bytes()).hexdigest() for name in FILES]


def test_same_seed_same_bytes(make):
    asked = {"citizens": 120, "seed": 7, "months": 30}
    assert _digests(make("one", **asked)) == _digests(make("two", **asked))


def test_another_seed_is_another_municipality(make):
    one, two = (make(str(seed), citizens=60, seed=seed, months=8) for seed in (1, 2))
    assert all(a != b for a, b in zip(_digests(one), _digests(two), strict=True))


@pytest.mark.parametrize(("citizens", "months"), [(1, 1), (3, 14), (40, 49)])
def test_small_municipalities_have_every_file(make, citizens, months):
    small = make("small", citizens=citizens, months=months)
    assert sorted(path.name for path in small.folder.iterdir()) == sorted(FILES)
    assert small.truth["simulation"]["months"] == months


class _Fixed:
    def __init__(self, *draws):
        self.draws = iter(draws)

    def random(self):
        return next(self.draws)


def test_chance_is_whole_numbers_of_what_random_gives():
    chance = Chance(_Fixed(0.0, 0.999, 0.5, 0.25, 0.1, 0.1))
    assert (chance.between(3, 5), chance.between(3, 5), chance.choose("abcd")) == (3, 5, "c")
    assert chance.weighted((("a", 1), ("b", 3))) == "b"
    assert chance.happens(101)
    assert chance.times(2_050) == 2
