"""The sentences that argue for an ensemble."""

import re

import numpy as np
import pytest
from builders import NONE, house
from ensemble_cases import ensembles

from lyngby_heritage.core.ensembles.reasons import reason, use_words


def told(table, **settings):
    found = ensembles(table, **settings)
    return reason(found.figures, int(found.outlines.sources[0]), 0)


def test_a_reason_names_years_likeness_values_and_designation():
    table = [house(20 * i, id=f"b{i}", use=131, year=1934 + i // 3, save=4, area=60 + i) for i in range(5)]
    assert told(table, designated=[True, True, False, False, None]) == (
        "Forslag: 5 hovedbygninger, opført 1934–1935, ligger i sammenhæng, "
        "og hver af dem ligner de fleste af de andre. "
        "Fælles: anvendelse række-, kæde- og klyngehus (5 af 5), etager 1 (5 af 5), ydervæg mursten (5 af 5), "
        "tagdækning tegl (5 af 5), bebygget areal 60–64 m². "
        "I 14 af 14 sammenligninger med naboer ligner bygningerne hinanden (100 %). "
        "Alle er ensartede med naboerne efter udpegningens regel. "
        "Alle har en SAVE-værdi, i gennemsnit 4; 5 har værdi 4. "
        "2 af de 4, hvis udpegning er kendt, udpeges efter reglerne eller ved særskilt beslutning, "
        "fredede medregnet. "
        "Omridset er tegnet om bygningerne, da deres jordstykker ikke er kendt. "
        "Registrene viser ensartethed, ikke værdi; stedet skal besigtiges af en fagperson."
    )


def test_neighbours_outside_are_named_only_where_there_are_any():
    """The weight of the same proposal says so where there are none."""
    row = [house(20 * i, id=f"b{i}") for i in range(5)]
    odd = house(100, id="odd", use=410, year=1700, storeys=5, wall=5, roof=1, side=4)
    assert "med naboer, også uden for forslaget, ligner bygningerne hinanden (" in told([*row, odd])
    assert "sammenligninger med naboer ligner bygningerne hinanden (100 %)" in told(row)


def test_where_few_comparisons_are_alike_the_words_claim_no_more_than_the_figure():
    """Five alike in a row between two rows in which no house is like any other: under half of all comparisons."""
    row = [house(20 * i, 0, id=f"b{i}") for i in range(5)]
    uses = iter((110, 140, 150, 160, 185, 190, 320, 410, 420, 430))
    odd = [
        house(
            20 * i, y, id=f"o{i}{y}", use=next(uses), year=1800 + 40 * i + y, storeys=2 + i, wall=5, roof=1, side=4 + i
        )
        for i in range(5)
        for y in (20, -20)
    ]
    text = told([*row, *odd])
    alike, of = (int(one) for one in re.search(r"I (\d+) af (\d+) sammenligninger", text).groups())
    assert alike * 2 < of
    assert "og hver af dem ligner de fleste af de andre." in text
    assert "naboer, der ligner hinanden" not in text


@pytest.mark.parametrize(
    ("designated", "words"),
    [
        ([True] * 5, "Alle udpeges efter reglerne eller ved særskilt beslutning, fredede medregnet."),
        ([False] * 5, "Ingen af dem udpeges efter reglerne eller ved særskilt beslutning, fredede medregnet."),
        ([True] + [False] * 4, "1 af dem udpeges efter reglerne eller ved særskilt beslutning, fredede medregnet."),
    ],
)
def test_how_many_are_designated(designated, words):
    assert f" {words} " in told([house(20 * i, id=f"b{i}") for i in range(5)], designated=designated)


def test_what_is_unknown_or_mixed_is_said():
    table = [
        house(0, id=f"b{i}", wkt=f"POINT ({20 * i} 0)", year=None, storeys=[1, 2][i % 2], wall=None, roof=[5, 2][i % 2])
        for i in range(6)
    ]
    text = told(table, similarity=0.3)
    assert "6 hovedbygninger (opførelsesår ukendt) ligger i sammenhæng, og hver" in text
    assert (
        "Fælles: anvendelse fritliggende enfamiliehus (6 af 6). Blandet: etager, tagdækning. Ukendt: ydervæg." in text
    )
    assert "Ingen af dem har en brugbar SAVE-værdi." in text
    assert "udpeget" not in text


def test_other_main_buildings_inside_the_outline_are_counted():
    around = [house(x, y, id=f"{x}-{y}") for x in range(0, 100, 25) for y in (0, 25)]
    odd = house(40, 13, id="odd", side=9.0, use=140, year=1990, storeys=4, wall=5, roof=1)
    assert "Inden for omridset ligger 1 anden hovedbygning." in told([*around, odd])


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (131.0, "række-, kæde- og klyngehus"),
        (777.0, "777"),
        (NONE, None),
        (np.float64(120), "fritliggende enfamiliehus"),
    ],
)
def test_a_use_is_written_in_words_that_the_tools_can_read_again(code, words):
    from lyngby_heritage.core.registers.values import read_codes

    assert use_words(code) == words
    if words:
        assert read_codes([words], "use").values[0] == code
