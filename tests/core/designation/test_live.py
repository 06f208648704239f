"""Thresholds that move: the designation is the one that a run with them gives."""

import random

import pytest
from builders import DEFAULTS, NONE, classified, codes, house, plots_in_a_row, thresholds

from lyngby_heritage.core.designation.live import Choice, Counted, LiveThresholds
from lyngby_heritage.core.designation.rule import CODES


def live(table, rule=0, **more):
    return LiveThresholds(classified(table, rule=rule, **more), thresholds(), rule)


def choice(**changes):
    given = {name: DEFAULTS[name] for name in ("uniform_share", "similarity", "year_tolerance", "min_neighbours")}
    return Choice(**{**given, **changes})


def three(year=1938, wall=2):
    """A 4 between two 5s that it is like in use, storeys, roof and, within 8 years, in age; not in the wall."""
    middle = house(20, id="b", save=4, year=year, wall=wall)
    return [house(0, id="a", save=5, year=1930), middle, house(40, id="c", save=5, year=1930)]


@pytest.mark.parametrize(
    ("changed", "designated"),
    [
        ({}, True),  # 5 of 6 are alike, 83 %
        ({"similarity": 0.84}, False),
        ({"similarity": 5 / 6}, True),  # exactly at the threshold
        ({"year_tolerance": 8}, True),
        ({"year_tolerance": 7}, False),  # 4 of 6
        ({"year_tolerance": 7, "similarity": 0.66}, True),
        ({"uniform_share": 1.0}, True),  # both neighbours are alike
        ({"min_neighbours": 2}, True),
        ({"min_neighbours": 3}, False),
    ],
)
def test_each_threshold_moves_it(changed, designated):
    moved = live(three())
    assert moved.fours.tolist() == [1]
    assert moved.designated(choice(**changed)).tolist() == [False, designated, False]


def test_too_few_neighbours_are_counted_as_left_to_a_person():
    moved = live(three())
    assert moved.counted(moved.grounds(choice(min_neighbours=3))) == Counted(0, 1, 0)
    assert moved.counted(moved.grounds(choice(similarity=0.9))) == Counted(0, 0, 1)


def test_what_is_designated_otherwise_stays_so():
    table = [*three(), house(500, id="high", save=2), house(600, id="decided", save=4)]
    moved = live(table, decisions={"decided": True})
    assert len(moved) == 1
    assert moved.designated(choice(similarity=1.0)).tolist() == [False, False, False, True, True]


def test_without_a_4_nothing_moves():
    moved = live([house(0, save=5), house(20, save=2)])
    assert moved.designated(choice()).tolist() == [False, True]
    assert moved.counted(moved.grounds(choice())) == Counted(0, 0, 0)


def test_what_is_chosen_is_the_parameters_of_a_run():
    assert choice().parameters() == {
        "UNIFORM_SHARE": 0.6,
        "SIMILARITY": 0.75,
        "YEAR_TOLERANCE": 10,
        "MIN_NEIGHBOURS": 2,
    }
    assert Choice.of(thresholds()) == choice()


def streets(rolled):
    """A hundred houses in rows with gaps, garages, missing values and values of all kinds."""
    return [
        house(
            20 * (i % 25) + rolled.choice((0, 0, 4)),
            60 * (i // 25),
            id=f"h{i}",
            save=rolled.choice((None, 2, 4, 4, 4, 5, 6)),
            year=rolled.choice((1900, 1908, 1910, 1930, 1937.5, NONE)),
            wall=rolled.choice((1, 1, 2, NONE)),
            roof=rolled.choice((5, 5, 3)),
            use=rolled.choice((120, 120, 130, 910, NONE)),
            storeys=rolled.choice((1, 1, 2)),
            standing=rolled.choice((0, 0, 0, 1)),
        )
        for i in range(100)
    ]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("with_parcels", [False, True])
def test_it_gives_what_a_run_with_the_same_thresholds_gives(seed, with_parcels):
    rolled = random.Random(seed)
    table, rule = streets(rolled), seed % 5
    more = {"parcels": plots_in_a_row(25) if with_parcels else None, "decisions": {"h3": True, "h40": False}}
    moved = live(table, rule=rule, **more)
    for _ in range(8):
        chosen = choice(
            uniform_share=rolled.choice((0.0, 0.4, 0.5, 0.6, 2 / 3, 1.0)),
            similarity=rolled.choice((0.0, 0.5, 0.75, 0.8, 5 / 6, 1.0)),
            year_tolerance=rolled.choice((0, 2, 7.5, 8, 10, 30)),
            min_neighbours=rolled.choice((0, 1, 2, 3, 5)),
        )
        changed = {name: getattr(chosen, name) for name in Choice.__dataclass_fields__}
        run = classified(table, rule=rule, **more, **changed)
        assert moved.designated(chosen).tolist() == run.designation.designated.tolist(), chosen
        assert [CODES[one] for one in moved.grounds(chosen)] == [codes(run)[row] for row in moved.fours]
