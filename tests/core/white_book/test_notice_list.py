"""Whom the council notifies of the adopted plan."""

import datetime
from dataclasses import replace

import numpy as np
import shapely

from lyngby_heritage.core.hearing.rows import read_owner_rows
from lyngby_heritage.core.white_book.answers import read_answers
from lyngby_heritage.core.white_book.notice_list import (
    IN_ENVIRONMENTS,
    IN_TIME,
    LATE,
    NOBODY_KNOWN,
    UNDATED,
    Standing,
    adopted_buildings,
    adopted_standing,
    authorities_row,
    bound_properties,
    notice_list,
    notice_table,
    unbound_rows,
)
from lyngby_heritage.core.white_book.places import Known

DEADLINE = datetime.date(2027, 4, 30)
KNOWN = Known(
    ["a", "b", "c"],
    ["0091", "92", "93"],
    ["Åvej 1", "Åvej 2", ""],
    shapely.points([[0, 0], [1, 0], [2, 0]]),
    np.zeros(3, dtype=bool),
)


def owners(*rows):
    columns = {
        name: [row[place] for row in rows]
        for place, name in enumerate(("owner_property", "owner_name", "owner_address", "owner_postcode", "owner_role"))
    }
    return read_owner_rows(columns, len(rows))


def answers(*rows):
    columns = {
        "answer_id": [place for place, _ in enumerate(rows, start=1)],
        "sender": [name for name, _ in rows],
        "answer_date": [day for _, day in rows],
        "answer_text": ["x"] * len(rows),
    }
    return read_answers("svar", columns, len(rows))


def test_owners_of_what_the_plan_binds_and_who_answered_in_time_are_notified():
    listed = notice_list(
        answers(("Bo  EKSEMPEL", "2027-03-01"), ("Å-foreningen", "2027-05-02"), ("Gry Prøve", None)),
        owners(
            ("91", "Bo Eksempel", "Åvej 1", "2800", ""),
            ("91", "Lis Lejer", "Åvej 1", "2800", "lejer"),
            ("92", "Una Udenfor", "Åvej 2", "2800", "ejer"),
            (93.0, "Bo Eksempel", "Åvej 1", "2800", "ejer"),
        ),
        bound_properties(KNOWN, [True, False, True]),
        DEADLINE,
    )

    assert [(one.name, one.reasons, one.labels) for one in listed] == [
        ("Bo Eksempel", ["ejer af Åvej 1", "ejer af ejendom 93", IN_TIME], ["1"]),
        ("Å-foreningen", [LATE], ["2"]),
        ("Gry Prøve", [UNDATED], ["3"]),
    ]


def told(listed):
    table = notice_table(listed)
    headings = [one.heading for one in table.columns]
    rows = [dict(zip(headings, row)) for row in table.rows()]
    return [(one["Modtager"], one["Hvorfor"], one["Hvad der mangler"]) for one in rows]


def test_what_the_plan_binds_and_no_owner_stands_by_has_a_row_of_its_own():
    listed = notice_list(
        answers(("Gry Prøve", "2027-03-01")),
        owners(("0091", "Bo Eksempel", "Åvej 1", "2800", ""), ("93", "Lis Lejer", "Åvej 3", "2800", "lejer")),
        bound_properties(KNOWN, [True, True, True]),
        DEADLINE,
    )

    assert told(listed) == [
        ("Bo Eksempel", "ejer af Åvej 1", None),
        (NOBODY_KNOWN, "ejer af Åvej 2", "der er ingen ejer i udtrækket"),
        (NOBODY_KNOWN, "ejer af ejendom 93", "der er ingen ejer i udtrækket"),
        ("Gry Prøve", IN_TIME, "adressen er ikke i data: se svaret"),
    ]


def test_without_a_table_of_owners_no_owner_is_missing():
    assert notice_list(answers(), None, bound_properties(KNOWN, [True, True, True]), DEADLINE, True) == []


def test_owners_in_an_environment_without_a_designated_building_are_left_to_a_person():
    given = (answers(), owners(("91", "Bo Eksempel", "Åvej 1", "2800", "")), {"91": "Åvej 1"}, DEADLINE)

    assert [one.name for one in notice_list(*given)] == ["Bo Eksempel"]
    assert told(notice_list(*given, environments=True))[1:] == [
        (
            IN_ENVIRONMENTS,
            "ejer i et kulturmiljø, uden en udpeget bygning på ejendommen",
            "står ikke i listen: tag stilling, jf. bestemmelsernes § 2",
        )
    ]


def stands(*rows):
    """Designated, apart, withheld of each building."""
    return Standing(*(np.array(column, dtype=bool) for column in zip(*rows)))


def test_what_stands_apart_and_what_is_not_public_is_not_bound():
    standing = stands((1, 0, 0), (1, 1, 0), (1, 0, 1), (0, 0, 0), (0, 1, 0))

    assert standing.bound.tolist() == [True, False, False, False, False]
    assert told(unbound_rows(standing)) == [
        (
            "[ejere af fredede bygninger og kirker]",
            "fredet bygning eller kirke, kun nævnt til oplysning",
            "står ikke i listen: tag stilling, jf. bestemmelsernes § 2",
        ),
        (
            "[ejere af bygninger, som registret ikke offentliggør]",
            "udpeget, men ikke nævnt i planen",
            "står ikke i listen: planen nævner dem ikke; tag stilling",
        ),
    ]


def test_a_listed_building_of_value_5_is_left_to_a_person_too_and_what_is_not_there_has_no_row():
    listed_of_value_5, kept_but_not_designated = (0, 1, 0), (0, 0, 1)

    assert [one.name for one in unbound_rows(stands(listed_of_value_5, kept_but_not_designated))] == [
        "[ejere af fredede bygninger og kirker]"
    ]
    assert unbound_rows(stands((1, 0, 0), kept_but_not_designated)) == []


def test_how_a_building_stands_is_found_by_its_id():
    after = stands((1, 0, 0), (1, 1, 0), (1, 0, 1)).of(["c", "a", ""], ["a", "b", "c", ""])

    assert (after.designated.tolist(), after.apart.tolist()) == (
        [True, False, True, False],
        [True, False, False, False],
    )
    assert after.bound.tolist() == [False, False, True, False]


def test_the_plan_that_is_adopted_says_who_is_bound_apart_and_withheld():
    """§ 31 names owners of what the adopted plan binds: of AFTER, new buildings too, and not of the proposal."""
    before = stands((1, 0, 0), (1, 1, 0), (1, 0, 1))
    later = replace(KNOWN, ids=["c", "a", "ny", "b"], properties=["", "91", "94", "92"], addresses=["", "", "Ny 1", ""])
    after = stands((1, 0, 0), (1, 1, 0), (1, 0, 0), (1, 0, 0))

    read = adopted_standing(before, KNOWN, after, later, (True, True))
    assert (read.bound.tolist(), read.apart.tolist()) == ([True, False, True, True], [False, True, False, False])
    assert bound_properties(adopted_buildings(KNOWN, later), read.bound.tolist()) == {
        "93": "ejendom 93",
        "94": "Ny 1",
        "92": "Åvej 2",
    }

    # What AFTER has no column for is as it was at the hearing.
    silent = adopted_standing(before, KNOWN, after, later, (False, False))
    assert silent.bound.tolist() == [False, True, True, False]


def test_authorities_and_associations_have_a_row_to_be_filled_in():
    assert told([authorities_row()]) == [
        (
            "[myndigheder og foreninger]",
            "skal også underrettes om den vedtagne plan",
            "står ikke i listen: tag dem fra høringens liste over andre parter (planlovens § 31)",
        )
    ]


def test_of_two_owners_with_one_name_nobody_knows_whose_answer_it_is():
    listed = notice_list(
        answers(("Bo Eksempel", "2027-03-01")),
        owners(("91", "Bo Eksempel", "Åvej 1", "2800", ""), ("93", "Bo Eksempel", "Bygaden 4", "2800", "")),
        bound_properties(KNOWN, [True, False, True]),
        DEADLINE,
    )

    assert [(one.receiver is None, one.labels) for one in listed] == [(False, []), (False, []), (True, ["1"])]


def test_who_sends_twice_is_notified_once():
    (one,) = notice_list(answers(("Bo Eksempel", "2027-03-01"), ("bo eksempel", "2027-03-02")), None, {}, DEADLINE)

    assert one.labels == ["1", "2"]


def test_the_table_says_what_is_missing():
    table = notice_table(notice_list(answers(("", "2027-03-01")), None, {}, DEADLINE))

    assert dict(zip([one.heading for one in table.columns], next(table.rows())))["Hvad der mangler"] == (
        "adressen er ikke i data: se svaret"
    )


def test_the_headings_are_words_and_no_names_of_fields():
    headings = [one.heading for one in notice_table([]).columns]

    assert headings[0] == "Modtager"
    assert "Id til digital post" in headings
    assert [one for one in headings if "_" in one or not one[0].isupper()] == []
