"""Which layers are read and as what: what THEMES says first, then the name, then the rows; nothing is guessed."""

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.landscape.catalogue import built_in
from lyngby_heritage.core.landscape.layers import GivenLayer, sort_layers, themes_by_hand

CATALOGUE = built_in()
NATURE = GivenLayer("bes_naturtyper", ("bes_naturtyper", "natur"), 4)
OWN = GivenLayer("min_egen", ("min_egen",), 7)
TABLE = GivenLayer("lavbund", ("lavbund",), 1, has_geometry=False)


def code(recognised):
    return CATALOGUE.themes[recognised.theme].code


def nothing(_place):
    return []


def test_a_layer_is_known_by_its_name_and_others_are_left_out_with_the_reason():
    found = sort_layers([OWN, NATURE, TABLE], {}, nothing, CATALOGUE)
    assert {place: (code(one), one.by) for place, one in found.themes.items()} == {1: ("paragraf3", "navn")}
    assert [(one.layer, one.outcome, one.rows) for one in found.left_out] == [
        ("min_egen", "ukendt_tema", 7),
        ("lavbund", "uden_geometri", 1),
    ]


def test_decisions_on_cultural_environments_are_no_theme_but_those_without_a_decision_are():
    names, texts = ("kulturmiljoeer",), ("navn", "begrundelse", "fortaelling")
    decided = GivenLayer("kulturmiljoeer", names, 3, fields=(*texts, "beslutning"), geometry="polygon")
    found = sort_layers([decided, NATURE], {}, nothing, CATALOGUE)
    assert list(found.themes) == [1]
    assert [(one.layer, one.outcome, one.rows) for one in found.left_out] == [("kulturmiljoeer", "beslutninger", 3)]
    plain = GivenLayer("kulturmiljoeer", names, 3, fields=texts, geometry="polygon")
    assert code(sort_layers([plain], {}, nothing, CATALOGUE).themes[0]) == "kulturmiljoe"
    by_hand = themes_by_hand([(1, ("kulturmiljoeer", "kulturmiljoe"))], [decided], CATALOGUE)
    assert code(sort_layers([decided], by_hand, nothing, CATALOGUE).themes[0]) == "kulturmiljoe"


def test_a_layer_is_known_by_the_numbers_on_its_rows_and_a_contradiction_is_none():
    found = sort_layers([OWN, NATURE], {}, lambda _place: ["1113"], CATALOGUE)  # Plandata's number
    assert [(place, code(one), one.by) for place, one in found.themes.items()] == [(0, "lavbund", "temakode")]
    assert [(one.layer, one.outcome) for one in found.left_out] == [("bes_naturtyper", "modstrid")]


@pytest.mark.parametrize("theme", ["geologi", "Geologisk bevaringsværdi"])
@pytest.mark.parametrize("name", ["NATUR", "bes_naturtyper"])
def test_what_a_person_says_comes_first_by_any_of_the_layers_names(name, theme):
    by_hand = themes_by_hand([(1, (name, theme))], [OWN, NATURE], CATALOGUE)
    found = sort_layers([OWN, NATURE], by_hand, nothing, CATALOGUE)
    assert [(place, code(one), one.by) for place, one in found.themes.items()] == [(1, "geologi", "THEMES")]
    assert CATALOGUE.registers[by_hand[1].register] == "Danmarks Miljøportal"  # what its name says beside the theme


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("natur", ""), "THEMES, row 3: 'natur' stands alone"),
        (("", "geologi"), "THEMES, row 3: 'geologi' stands alone"),
        (("natur", "skovbrug"), "the theme 'skovbrug', which the catalogue does not have"),
        (("naturtyper", "geologi"), "'naturtyper', which is not among LAYERS: min_egen, bes_naturtyper"),
    ],
)
def test_rows_of_themes_that_cannot_stand(row, words):
    with pytest.raises(HeritageError) as refused:
        themes_by_hand([(3, row)], [OWN, NATURE], CATALOGUE)
    assert words in str(refused.value)


def test_no_layer_of_a_known_theme():
    with pytest.raises(HeritageError) as refused:
        sort_layers([OWN, TABLE], {}, nothing, CATALOGUE)
    assert "The theme of none of the layers is known: min_egen, lavbund" in str(refused.value)
