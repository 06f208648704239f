"""A new delivery of the answers keeps what was written on the old one, unless an answer says something else."""

import pytest

from lyngby_heritage.core.white_book.answers import read_answers
from lyngby_heritage.core.white_book.carried_over import carry_notes, carry_over

NAMES = ("answer_id", "decision_building", "answer_text", "answer_summary", "assessment", "consequence", "decision")


def answers(*rows):
    return read_answers("svar", {name: [row[at] for row in rows] for at, name in enumerate(NAMES)}, len(rows))


def raw(number, text, building=None):
    return (number, building, text, None, None, None, None)


WORKED_ON = answers(
    (1, "a", "Fjern huset", "Ønsker fravalg", "Ja", "imoedekommet", "udpeg_ikke"),
    (2, None, "Rødt tag", "Om tag", "Nej", "ingen", None),
    (3, None, "Ikke vurderet", None, None, None, None),
)


def test_what_was_written_stays_with_its_answer():
    found = carry_over(answers(raw(2, "Rødt  tag"), raw("1.0", "Fjern huset"), raw(4, "Nyt")), WORKED_ON)

    points = [point for one in found.answers.answers for point in one.points]
    assert [(point.assessment, point.consequence, point.designate, point.building) for point in points] == [
        ("Nej", "ingen", None, ""),
        ("Ja", "imoedekommet", False, "a"),
        ("", "", None, ""),
    ]
    assert (found.carried, found.changed, found.gone) == (2, [], [])


def test_an_answer_that_says_something_else_is_looked_at_anew():
    found = carry_over(answers(raw(1, "Behold huset"), raw(2, "Rødt tag")), WORKED_ON)

    assert found.answers.answers[0].points[0].assessment == ""
    assert found.changed == ["1"]
    assert "1 answer says something else than when it was assessed" in str(carry_notes("skema", found)[1])


def test_an_answer_that_is_no_longer_there_is_said():
    found = carry_over(answers(raw(1, "Fjern huset")), WORKED_ON)

    assert found.gone == ["2"]
    assert "1 answer was assessed before and is not in ANSWERS: 2" in str(carry_notes("skema", found)[1])


def test_what_the_new_delivery_says_itself_comes_first():
    found = carry_over(answers((1, "a", "Fjern huset", None, "Nyt syn", "ingen", None)), WORKED_ON)

    assert found.answers.answers[0].points[0].assessment == "Nyt syn"
    assert found.carried == 0


@pytest.mark.parametrize(("building", "expected"), [("a", "om a"), ("b", "om b")])
def test_of_points_with_one_text_that_of_the_building_counts(building, expected):
    earlier = answers(
        (1, "a", "Samme tekst", "s", "om a", "ingen", None), (1, "b", "Samme tekst", "s", "om b", "ingen", None)
    )

    found = carry_over(answers(raw(1, "Samme tekst", building)), earlier)

    assert found.answers.answers[0].points[0].assessment == expected
