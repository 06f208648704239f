"""Which houses an answer of the hearing can be about: what it takes for granted holds of them."""

import numpy as np
import pytest

from lyngby_heritage.sample.delivered.claims import claims_of, fitting_buildings
from lyngby_heritage.sample.municipality import SampleMunicipality
from lyngby_heritage.sample.tables import SampleTable

NAMES = (
    *("bygning_id", "ejendom_id", "adresse", "anvendelse", "save_vaerdi", "fredet", "offentlig", "opfoerelsesaar"),
    *("save_dato", "tagdaekning", "ydervaeg", "etager", "bebygget_m2", "indbygget_m2"),
)
TOWN = [
    ("b1", "1", "Åvej 1", 120, 2, False, True, 1930, "1999-10-10", 5, 1, 1, 100, None),
    ("b2", "2", "Åvej 3", 120, 5, False, None, 1932, None, 3, 1, 1, 100, 36),  # next to b1, built two years later
    ("b3", "3", "Åvej 5", 120, 5, False, None, 1940, None, 3, 1, 2, 100, None),  # built ten years later
    ("b4", "4", "Åvej 7", 120, 1, True, None, 1890, "2023-05-01", 7, 4, 1, 100, 35),  # listed
    ("b5", "5", "Åvej 9", 120, 3, False, False, 1931, None, 5, 1, 1, 100, 0),  # withheld from the public
    ("b6", "6", "Åvej 11", 120, 3, False, None, 1931, None, 5, 1, 1, 100, 0),  # decided: not to be designated
    ("b7", "7", "Åvej 13", 120, 4, False, None, 1931, None, 5, 1, 1, 100, 0),  # decided: designated
    ("b8", "1", "Åvej 1", 930, None, False, None, 1995, None, 2, 5, None, 35, None),  # an outhouse of b1
    ("b9", "3", "Åvej 5", 930, None, False, None, 1960, None, 2, 5, None, 36, None),  # an old one of b3
    ("b10", "8", "Byvej 1", 140, 2, False, None, 1931, None, 5, 1, 3, 300, 0),  # a block of flats
]


@pytest.fixture
def holds():
    columns = {name: np.array(values, dtype=object) for name, values in zip(NAMES, zip(*TOWN))}
    decided = {"bygning_id": ["b6", "b7", "b7"], "beslutning": ["udpeg_ikke", "udpeg_ikke", "udpeg"]}
    parcels = {"samletFastEjendomLokalId": ["1", "2", "3", "3", "4", "5", "6", "7", "8"]}
    tables = {"bygninger": columns, "beslutninger": decided, "jordstykker": parcels}
    made = [
        SampleTable(name, name, "None", None, {one: np.array(values, dtype=object) for one, values in of.items()})
        for name, of in tables.items()
    ]
    return claims_of(SampleMunicipality(made, None, 8, len(TOWN)))


@pytest.mark.parametrize(
    ("claim", "those"),
    [
        ("udpeget", ["b1"]),
        ("ikke_udpeget", ["b2", "b3"]),
        ("gruppe_c", ["b7"]),
        ("fredet", ["b4"]),
        ("udpeget_nabo", ["b2"]),
        ("to_udpegede_ens", []),
        ("gammel_registrering", ["b1"]),
        ("nyt_udhus", ["b1", "b8"]),
        ("carport", []),
        # 35 m² is the least that a detached house may have before it counts; b2 has 36 in it, b3 36 beside it.
        ("sekundaert_fratrukket", ["b1", "b4", "b5", "b6", "b7"]),
        ("flere_jordstykker", ["b3", "b9"]),
        ("foer_1900", ["b4"]),
    ],
)
def test_a_claim_holds_of_the_buildings_of_which_it_is_true(holds, claim, those):
    assert [TOWN[row][0] for row in np.flatnonzero(holds[claim])] == those


def test_the_answer_with_the_fewest_houses_chooses_first_and_no_property_is_taken_twice():
    """The second can only have building 0 and the third only 3, which is on the same property as 2."""
    holds = {"a": np.array([1, 1, 1, 1], bool), "b": np.array([1, 0, 0, 0], bool), "c": np.array([0, 0, 0, 1], bool)}
    assert fitting_buildings([["a"], ["a", "b"], ["c"]], holds, ["1", "2", "3", "3"]) == [1, 0, 3]


def test_an_answer_that_fits_no_house_left_gets_none_and_one_about_a_place_needs_none():
    holds = {"a": np.array([True, False]), "b": np.array([False, False])}
    assert fitting_buildings([["b"], ["a"], ["a"], []], holds, ["1", "2"]) == [None, 0, None, None]
