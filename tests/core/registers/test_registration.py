"""GeoFA's theme 6205: what its columns say of a registration, in the long names and in those of ten characters."""

import datetime

import numpy as np
import pytest

from lyngby_heritage.core.registers.registration import (
    LOCAL_PLAN,
    MUNICIPAL_PLAN,
    NO_PLAN,
    UNNAMED_PLAN,
    Force,
    force_codes,
    read_force,
    read_standing,
    standing_codes,
    withheld_rows,
)

BOTH = LOCAL_PLAN | MUNICIPAL_PLAN
PLANS = [
    # bevaringsvaerdig, bevaringsaarsag_kode, by which plans
    (True, 1, LOCAL_PLAN),
    (True, 2, MUNICIPAL_PLAN),
    (True, "3", BOTH),
    (False, 0, NO_PLAN),
    (None, 0, NO_PLAN),
    (False, None, NO_PLAN),
    (None, 1, LOCAL_PLAN),
    (None, None, 0),
    (True, 0, UNNAMED_PLAN),
    (True, None, UNNAMED_PLAN),
    (False, 1, UNNAMED_PLAN),  # they contradict each other: a person must look
]


@pytest.mark.parametrize(("preserved", "by", "bits"), PLANS)
def test_a_standing_designation(preserved, by, bits):
    assert read_standing({"preserved": [preserved], "preserved_by": [by]}, 1).tolist() == [bits]


@pytest.mark.parametrize("bits", [LOCAL_PLAN, MUNICIPAL_PLAN, BOTH, UNNAMED_PLAN, NO_PLAN, 0])
def test_what_is_written_of_it_is_read_again(bits):
    written = standing_codes(_array(bits))
    assert read_standing({"standing_designation": written}, 1).tolist() == [bits]


def _array(*values):
    return np.array(values, dtype=np.int8)


def test_its_codes():
    assert standing_codes(_array(LOCAL_PLAN, MUNICIPAL_PLAN, BOTH, NO_PLAN, UNNAMED_PLAN, 0)) == [
        "lokalplan",
        "kommuneplan",
        "begge",
        "ingen",
        "uoplyst",
        "",
    ]


FORCES = [
    (3, Force.IN_FORCE),
    ("3", Force.IN_FORCE),
    (1, Force.DRAFT),
    (2, Force.PROPOSAL),
    (4.0, Force.CANCELLED),
    (0, Force.UNSAID),
    (None, Force.UNSAID),
    (6, Force.UNSAID),  # BBR's, in a layer that was joined
    ("aflyst", Force.CANCELLED),
    ("ophoert", Force.ENDED),
]


@pytest.mark.parametrize(("status", "force"), FORCES)
def test_a_status(status, force):
    assert read_force({"registration_status": [status]}, 1).tolist() == [force]


@pytest.mark.parametrize("concept", ["system_until", "in_force_until"])
@pytest.mark.parametrize(
    ("end", "force"),
    [
        (None, Force.IN_FORCE),
        ("", Force.IN_FORCE),
        ("9999-12-31", Force.IN_FORCE),
        ("2999-12-31", Force.IN_FORCE),
        ("2025-03-01T10:00:00", Force.ENDED),
        (datetime.date(2025, 3, 1), Force.ENDED),
    ],
)
def test_an_end_ends_it_and_an_end_in_9999_is_none(concept, end, force):
    assert read_force({"registration_status": [3], concept: [end]}, 1).tolist() == [force]


def test_a_cancelled_one_that_has_ended_is_told_as_cancelled():
    assert read_force({"registration_status": [4], "system_until": ["2025-03-01"]}, 1).tolist() == [Force.CANCELLED]


def test_the_status_is_written_in_words_and_read_again():
    words = force_codes(_array(*Force))
    assert words == ["", "gaeldende", "kladde", "forslag", "aflyst", "ophoert", "kommende"]
    assert read_force({"registration_status": words}, len(words)).tolist() == list(Force)


@pytest.mark.parametrize(
    ("code", "said", "withheld"),
    [
        (1, None, False),
        (2, None, True),
        ("3", "ja", True),  # the code comes first
        ("1,0", False, False),
        (None, False, True),  # what stands beside an empty code
        (None, "Nej", True),
        (None, True, False),
        (None, None, False),  # nobody says that it is withheld
        ("ukendt", None, False),
    ],
)
def test_what_the_register_keeps_from_the_public(code, said, withheld):
    assert withheld_rows({"public_code": [code], "public": [said]}, 1).tolist() == [withheld]


def test_a_layer_that_says_nothing_of_it_withholds_nothing():
    assert withheld_rows({}, 2).tolist() == [False, False]
    assert withheld_rows({"public": [0, 1]}, 2).tolist() == [True, False]
    assert withheld_rows({"public_code": [1, 2], "public": None}, 2).tolist() == [False, True]
