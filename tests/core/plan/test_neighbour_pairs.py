"""Which neighbours a building was compared with: from the pairs, and nothing of one that is withheld."""

import numpy as np
from plan_builders import building, buildings

from lyngby_heritage.core.plan.card import card_of
from lyngby_heritage.core.plan.card_facts import Facts, Neighbour
from lyngby_heritage.core.plan.compared_pairs import Pairs
from lyngby_heritage.core.plan.content import Withheld
from lyngby_heritage.core.plan.neighbour_pairs import pair_notes, told_neighbours

TOWN = buildings(
    building(0, address="Ågade 10", id="A"),
    building(20, address="Ågade 9", id="B"),
    building(40, address="Ågade 2", id="C"),
)
NONE = Withheld(np.zeros(3, dtype=bool), frozenset())
ALL = np.ones(3, dtype=bool)


def pairs(*rows):
    """Rows of (building, neighbour, likeness, alike, different)."""
    ids, others, likeness, alike, different = zip(*rows)
    return Pairs(ids, others, np.array(likeness, dtype=float), alike, different, 0.75)


def test_the_likeliest_neighbour_first_then_by_address():
    told = told_neighbours(
        pairs(
            ("a", "B", 0.8, "anvendelse, ydervaeg", "etager"),
            ("A", "x", np.nan, "", ""),
            ("A", "C", 0.8, "", ""),
            ("B", "A", 0.5, "", ""),
        ),
        TOWN,
        NONE,
        ALL,
    )
    assert told[0] == (
        Neighbour("C", "Ågade 2", 0.8, (), ()),
        Neighbour("B", "Ågade 9", 0.8, ("anvendelse", "ydervæg"), ("etagetal",)),
        Neighbour("x", "", None, (), ()),
    )
    assert [one.id for one in told[1]] == ["A"]
    assert told[2] == ()


def test_only_for_those_that_are_wanted_and_none_without_pairs():
    of = pairs(("A", "B", 0.8, "", ""))
    assert told_neighbours(of, TOWN, NONE, np.array([False, True, False])) == [None, (), None]
    assert told_neighbours(None, TOWN, NONE, ALL) == [None, None, None]


def test_a_withheld_neighbour_is_counted_and_nothing_of_it_is_told():
    withheld = Withheld(np.zeros(4, dtype=bool), frozenset({"secret"}))
    of = pairs(("A", "SECRET", 1.0, "ydervaeg", ""), ("A", "B", 0.5, "", ""))
    told = told_neighbours(of, TOWN, withheld, ALL)[0]
    facts = Facts("A", "Ågade 10", 4, "til_vurdering", False, "Fordi.", neighbours=told, alike_from=of.alike_from)
    text = card_of(facts, ["naboer"]).text()
    assert "1 af 2 naboer ligner bygningen (50 %)" in text
    assert "1 nabo er ikke vist her, fordi registret holder den uden for offentligheden." in text
    assert "SECRET" not in text.upper()


def test_pairs_of_other_buildings_are_told():
    of = pairs(("A", "B", 1.0, "", ""), ("q", "B", 1.0, "", ""), ("r", "B", 1.0, "", ""))
    assert [note.values["count"] for note in pair_notes(of, TOWN, NONE)] == [2]
    assert list(pair_notes(pairs(("A", "q", 1.0, "", "")), TOWN, NONE)) == []
