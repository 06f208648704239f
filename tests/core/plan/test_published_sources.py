"""What is said of the sources of decisions before everybody reads them."""

import doctest
from dataclasses import replace

import numpy as np
import pytest
from plan_builders import building, buildings, plan_of
from shapely import box

from lyngby_heritage.core.designation import reasons
from lyngby_heritage.core.plan import published_sources
from lyngby_heritage.core.plan.environments import Environments
from lyngby_heritage.core.plan.published_sources import is_personal, source_notes

BY = "Udpeget ved beslutning"


def told(*said, environments=None):
    """The notes on buildings with these reasons."""
    rows = [building(20 * at, address=f"Ågade {at + 1}", ground="beslutning") for at in range(len(said))]
    return list(source_notes(plan_of(replace(buildings(*rows), reasons=list(said)), environments=environments)))


@pytest.mark.parametrize("module", [published_sources, reasons])
def test_the_examples_of_the_module(module):
    assert doctest.testmod(module).failed == 0


def test_a_plan_without_a_source_says_nothing():
    assert told("SAVE-værdi 2.", f"{BY}: Samlet gadebillede. SAVE-værdi 5.") == []


def test_the_log_counts_what_is_published_and_warns_of_letters_by_address_and_not_by_their_words():
    published, warned = told(
        f"{BY} (Brev fra ejeren af Ågade 1, 28. januar 2025): Taget. SAVE-værdi 5.",
        "Fravalgt ved beslutning (Byggesag 2024-021, 20. februar 2024): Brændt. SAVE-værdi 3.",
        f"{BY} (Museet, 11. marts 2024): Længen. SAVE-værdi 5.",
        "SAVE-værdi 2. Udpeges.",
    )
    assert published.values == {"count": 3}
    assert not published.warning
    assert warned.warning
    assert warned.values == {"count": 1, "examples": "Ågade 1"}


def test_the_source_of_a_decided_environment_is_one_of_them_and_that_of_a_proposal_is_not():
    places = Environments(
        ids=["1", "2"],
        names=["Torvet", "Stræde"],
        figures={},
        stories=["", ""],
        geometries=np.array([box(0, 0, 10, 10), box(20, 0, 30, 10)], dtype=object),
        decided=[True, False],
        texts={"kilde": ["Mail fra Jens", "Mail"]},
    )
    published, warned = told("SAVE-værdi 2.", environments=places)
    assert published.values == {"count": 1}
    assert warned.values == {"count": 1, "examples": "Torvet"}


@pytest.mark.parametrize(
    ("source", "personal"),
    [
        ("Brev fra ejeren", True),
        ("Høringsbrev", True),
        ("E-mail 3. maj", True),
        ("Samtale på stedet", True),
        ("Henvendelse fra naboen", True),
        ("Byplanudvalgets besigtigelse", False),
        ("Høringen af Lokalplan 300, svar H01 modtaget 11. januar 2027", False),
        ("Bygningskulturforeningen", False),
        ("Ejerlav 17", False),
        ("Hrolf Krakes Vej, byggesag 3", False),
    ],
)
def test_a_letter_a_message_or_a_talk_is_told_from_a_paper_or_a_body(source, personal):
    assert is_personal(source) == personal
