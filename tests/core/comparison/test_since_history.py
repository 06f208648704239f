"""BBR with its history: what became of a building, when, and in which case."""

import pytest

from lyngby_heritage.core.comparison.since_history import read_history

COLUMNS = ("bbr_id", "life_cycle", "valid_from", "valid_until", "registered_from", "registered_until", "case_number")
A, B = "11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"


def history(*rows, wanted=(A,)):
    """Rows (id, status, virkningFra, virkningTil, registreringFra, registreringTil, case)."""
    return read_history(dict(zip(COLUMNS, zip(*rows))), len(rows), wanted)


STOOD = (A, "6", "2017-06-26T00:00:00Z", "2021-09-14T08:00:00Z", "2017-06-26T00:00:00Z", None, None)


def test_a_demolition_has_the_day_on_which_its_status_began_and_its_case():
    found = history(STOOD, (A, "10", "2021-09-14T08:00:00Z", None, "2021-09-20T08:00:00Z", None, "2021-4711"))
    fate = found.gone[A]
    assert (fate.demolished, fate.day, fate.case) == (True, "2021-09-14", "2021-4711")
    assert found.newest == "2021-09-20"


def test_a_registration_that_was_replaced_says_nothing():
    """It was first registered as gone in May, and corrected to September."""
    wrong = (A, "10", "2021-05-01T08:00:00Z", None, "2021-05-02T08:00:00Z", "2021-09-20T08:00:00Z", None)
    right = (A, "10", "2021-09-14T08:00:00Z", None, "2021-09-20T08:00:00Z", None, None)
    assert history(STOOD, wrong, right).gone[A].day == "2021-09-14"


def test_of_several_versions_that_say_so_the_earliest_counts():
    first = (A, "10", "2021-09-14T08:00:00Z", "2022-01-01T08:00:00Z", "2021-09-20T08:00:00Z", None, None)
    later = (A, "10", "2022-01-01T08:00:00Z", None, "2022-01-01T08:00:00Z", None, None)
    assert history(STOOD, later).gone[A].day == "2022-01-01"
    assert history(STOOD, first, later).gone[A].day == "2021-09-14"


@pytest.mark.parametrize(
    ("status", "demolished", "words"),
    [("10", True, "historisk"), ("11", False, "fejlregistreret"), ("14", False, "afsluttet")],
)
def test_only_historic_is_demolished(status, demolished, words):
    fate = history((A, status, "2021-09-14T08:00:00Z", None, None, None, None)).gone[A]
    assert fate.demolished is demolished
    assert words in fate.reason


def test_a_building_that_stands_has_the_day_of_its_version():
    now = (A, "6", "2021-09-14T08:00:00Z", None, "2021-09-14T08:00:00Z", None, "2021-12")
    found = history(STOOD, now)
    assert (dict(found.gone), found.since[A], found.cases[A]) == ({}, "2021-09-14", "2021-12")


def test_one_whose_versions_have_all_ended_is_gone_since_the_last_end():
    fate = history(STOOD).gone[A]
    assert (fate.demolished, fate.day) == (False, "2021-09-14")


def test_days_are_danish_days():
    """22.30 UTC in summer is half past midnight in Denmark."""
    assert history((A, "10", "2021-09-13T22:30:00Z", None, None, None, None)).gone[A].day == "2021-09-14"


def test_only_ids_that_were_asked_for_are_told_and_the_newest_day_is_of_all():
    other = (B, "6", "2022-02-02T08:00:00Z", None, None, None, None)
    found = history(STOOD, other)
    assert (set(found.gone), set(found.since), found.newest) == ({A}, set(), "2022-02-02")


def test_without_dates_there_are_no_days():
    found = read_history({"bbr_id": [A], "life_cycle": ["10"]}, 1, [A])
    assert (found.gone[A].day, found.newest) == ("", "")
