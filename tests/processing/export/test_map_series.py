"""The maps of the whole: what the map of the plan's area says of its line."""

from types import SimpleNamespace

import pytest

from lyngby_heritage.processing.export.map_series import area_note


@pytest.mark.parametrize(
    ("in_force", "told"),
    [
        (
            False,
            "som de bygninger, der foreslås udpeget, ligger på. Linjen går også om de kulturmiljøer, kommunen har "
            "besluttet; ",
        ),
        (True, "som de udpegede bygninger ligger på. Linjen går også om de besluttede kulturmiljøer; "),
    ],
)
def test_a_draft_says_on_its_map_that_buildings_are_proposed_and_whose_the_environments_are(in_force, told):
    note = area_note(SimpleNamespace(environments=2, groundless=3), in_force)
    assert told in note
    assert "jordstykker i dem er kun med i planen, når bestemmelsernes § 2 nævner dem." in note
    assert "udpegede" not in note or in_force
    assert "Grunden kendes ikke for 3 af bygningerne" in note


def test_a_draft_without_environments_says_the_same_of_its_buildings():
    note = area_note(SimpleNamespace(environments=0, groundless=0), False)
    assert "som de bygninger, der foreslås udpeget, ligger på. Undersøgt område" in note
