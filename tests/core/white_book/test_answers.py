"""Answers of a hearing as they are delivered, and what is refused in them."""

import datetime

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.white_book.answers import read_answers, senders

NAMES = {
    "id": "answer_id",
    "who": "sender",
    "kind": "sender_kind",
    "day": "answer_date",
    "building": "decision_building",
    "subject": "subject",
    "text": "answer_text",
    "summary": "answer_summary",
    "view": "assessment",
    "led_to": "consequence",
    "decision": "decision",
}


def table(*rows):
    columns = {concept: [row.get(name) for row in rows] for name, concept in NAMES.items()}
    return read_answers("svar", columns, len(rows))


def refusal(*rows):
    with pytest.raises(HeritageError) as refused:
        table(*rows)
    return str(refused.value)


def test_rows_of_one_number_are_points_of_one_answer():
    read = table(
        {"id": 7, "who": "Foreningen", "kind": "forening", "day": "2027-03-01", "subject": "Tag", "text": "rødt"},
        {"id": "8", "who": "Et museum", "text": "ja"},
        {"id": "7.0", "subject": "Hegn", "text": "hæk"},
    )

    assert [(one.label, one.sender, len(one.points)) for one in read.answers] == [
        ("7", "Foreningen", 2),
        ("8", "Et museum", 1),
    ]
    assert read.answers[0].day == datetime.date(2027, 3, 1)
    assert [point.row for _, point in read.points()] == [1, 2, 3]


@pytest.mark.parametrize(
    ("written", "code"),
    [("Imødekommet", "imoedekommet"), ("ÆNDRET", "aendret"), ("delvist", "delvist"), (" ingen ", "ingen"), (None, "")],
)
def test_a_consequence_is_read_as_people_write_it(written, code):
    assert table({"id": 1, "text": "x", "led_to": written}).answers[0].points[0].consequence == code


def test_rows_that_nobody_wrote_in_are_none():
    assert len(table({}, {"id": 1, "text": "x"}, {"text": "  "})) == 1


def test_a_row_without_a_number_is_an_answer_of_its_own():
    read = table({"text": "første"}, {"text": "anden"})

    assert [one.label for one in read.answers] == ["1", "2"]
    assert "2 rows have no svar_id (rows 1 and 2)" in str(read.notes[0])


def test_a_number_that_could_be_a_persons_is_not_shown():
    assert table({"id": "010203-1234", "text": "x"}).answers[0].label == "1"


def test_a_number_of_our_own_is_no_other_answers():
    read = table({"id": "010203-1234", "text": "x"}, {"id": "1", "text": "y"})

    assert [one.label for one in read.answers] == ["L1", "1"]


def test_the_same_row_twice_counts_once():
    one = {"id": 3, "who": "A B", "text": "x"}

    read = table(one, one)

    assert [len(answer.points) for answer in read.answers] == [1]
    assert "1 row says the very same as another row of the same answer (row 2)" in str(read.notes[0])


def test_an_answer_that_was_sent_twice_keeps_both_numbers_and_is_said():
    read = table({"id": 3, "who": "A B", "text": "Det  samme"}, {"id": 9, "who": "a b", "text": "det samme"})

    assert read.again == {"9": "3"}
    assert len(senders(read)) == 1
    assert "9 = 3" in str(read.notes[0])


def test_thirty_thousand_letters_are_kept():
    assert len(table({"id": 1, "text": "æ" * 30_000}).answers[0].text) == 30_000


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"id": 1, "text": "x", "led_to": "måske"}], "svar, row 1, field konsekvens: 'måske' is no consequence"),
        ([{"id": 1, "text": "x", "decision": "ja"}], "svar, row 1, field beslutning: 'ja' is no decision"),
        ([{"id": 1, "text": "x", "day": "i går"}], "svar, row 1, field dato: 'i går' is no date"),
        ([{"id": 1, "who": "A B"}], "svar, row 1: the answer has no text"),
        (
            [{"id": 1, "who": "A B", "text": "x"}, {"id": 1, "who": "C D", "text": "y"}],
            "svar, row 2, field afsender: answer 1 says 'C D' here and 'A B' in row 1",
        ),
        (
            [
                {"id": 1, "text": "x", "building": "b", "decision": "udpeg"},
                {"id": 1, "text": "y", "building": "B", "decision": "udpeg_ikke"},
            ],
            "svar, rows 1 and 2: the points of answer 1 decide both udpeg and udpeg_ikke on building B",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_by_row_and_field(rows, said):
    assert said in refusal(*rows)


def test_a_name_in_another_order_is_the_same_sender():
    read = table(
        {"id": 1, "who": "Eksempel, Bo", "text": "x"},
        {"id": 2, "who": "BO EKSEMPEL", "text": "y"},
        {"id": 3, "text": "z"},
    )

    assert sorted(senders(read).values()) == [1, 2]
