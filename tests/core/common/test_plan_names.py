"""What a plan is called, where its name says its number and where it does not."""

import pytest

from lyngby_heritage.core.common.plan_names import (
    above_title,
    names_number,
    plan_called,
    plan_called_shortly,
    plan_title,
    same_number,
)

CALLED = [
    # kind, number, name -> called
    ("lokalplan", "91", "Villavejene", "lokalplan 91 Villavejene"),
    ("lokalplan", "241", "Lokalplan 241", "lokalplan 241"),
    ("lokalplan", "241", "Lokalplan nr. 241 for Virum", "lokalplan 241 for Virum"),
    ("lokalplan", "241", "LP 241 - Virum", "lokalplan 241 Virum"),
    ("lokalplan", "241", "241: Virum", "lokalplan 241 Virum"),
    ("lokalplan", "241", "241", "lokalplan 241"),
    ("lokalplan", "241", "", "lokalplan 241"),
    ("lokalplan", "", "Villavejene", "lokalplan Villavejene"),
    ("lokalplan", "", "Lokalplan for Virum", "lokalplan for Virum"),
    ("lokalplan", "1", "Byplanvedtægt nr. 1", "byplanvedtægt nr. 1"),
    ("lokalplan", "", "LP for Virum", "LP for Virum"),
    ("ramme", "4.2.72", "4.2.72 Virum Landsby", "ramme 4.2.72 Virum Landsby"),
    ("ramme", "4.2.72", "Rammeområde 4.2.72", "ramme 4.2.72"),
    # Another number is no repetition.
    ("lokalplan", "91", "91.1 Tagetager", "lokalplan 91 91.1 Tagetager"),
    ("lokalplan", "91.1", "Lokalplan 91 for Virum", "lokalplan 91.1 Lokalplan 91 for Virum"),
    ("lokalplan", "91", "Lokalplan 91A", "lokalplan 91 Lokalplan 91A"),
    ("lokalplan", "12", "Tolv huse ved Vej 12", "lokalplan 12 Tolv huse ved Vej 12"),
    # A number is taken as it is written, whatever its signs mean elsewhere.
    ("lokalplan", "4.2", "Lokalplan 472 for Virum", "lokalplan 4.2 Lokalplan 472 for Virum"),
]


@pytest.mark.parametrize(("kind", "number", "name", "called"), CALLED)
def test_a_plan_is_called_by_its_kind_number_and_name_each_once(kind, number, name, called):
    assert plan_called(kind, number, name) == called


TITLES = [
    # number, title -> with its number, above the title
    ("300", "Kulturhistorisk lokalplan", "Lokalplan 300: Kulturhistorisk lokalplan", "Lokalplan 300"),
    ("300", "Villavejene", "Lokalplan 300: Villavejene", "Kulturhistorisk lokalplan 300"),
    ("241", "Lokalplan 241", "Lokalplan 241", "Kulturhistorisk lokalplan"),
    ("241", "Forslag til lokalplan nr. 241 for Virum", "Forslag til lokalplan nr. 241 for Virum", None),
    ("241", "Kulturhistorisk lokalplan 241", "Kulturhistorisk lokalplan 241", ""),
    ("", "Kulturhistorisk lokalplan", "Kulturhistorisk lokalplan", ""),
    ("", "Villavejene", "Villavejene", "Kulturhistorisk lokalplan"),
    ("24", "Lokalplan 241", "Lokalplan 24: Lokalplan 241", "Kulturhistorisk lokalplan 24"),
    ("3", "3 længer på Bakken", "Lokalplan 3: 3 længer på Bakken", "Kulturhistorisk lokalplan 3"),
]


@pytest.mark.parametrize(("number", "title", "whole", "above"), TITLES)
def test_a_title_has_the_plans_number_once(number, title, whole, above):
    assert plan_title(number, title) == whole
    assert above_title(number, title) == ("Kulturhistorisk lokalplan" if above is None else above)


@pytest.mark.parametrize(
    ("number", "name", "called"),
    [
        ("241", "Villavejene", "lokalplan 241"),
        ("241", "Lokalplan nr. 241 for Virum", "lokalplan 241"),
        ("1", "Byplanvedtægt nr. 1", "byplanvedtægt nr. 1"),
        ("1", "Byplanvedtægt 1 for Sorgenfri", "byplanvedtægt 1"),
        ("1", "Byplanvedtægt for Sorgenfri", "byplanvedtægt 1"),
        ("", "Villavejene", "lokalplan Villavejene"),
    ],
)
def test_a_plan_has_the_same_kind_of_name_in_short(number, name, called):
    assert plan_called_shortly("lokalplan", number, name) == called


def test_a_number_is_not_seen_in_another_word():
    assert names_number("241", "LOKALPLAN NR 241")
    assert not names_number("241", "Skelplan 241")
    assert not names_number("", "Lokalplan")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("300", "300", True),
        ("241a", " 241A", True),
        ("241", "241.1", False),
        ("300", "", False),
        ("", "", False),  # two plans without a number are no one plan
        (" ", "", False),
    ],
)
def test_two_numbers_of_one_plan(one, other, same):
    assert same_number(one, other) is same_number(other, one) is same
