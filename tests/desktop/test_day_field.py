"""A day as people write it, and none that nobody chose."""

import pytest


@pytest.fixture
def field(qgis_app):
    from lyngby_heritage.desktop.day_field import DayField

    made = DayField("dag")
    made.heard = []
    made.said.connect(made.heard.append)
    return made


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("4.1.2027", "2027-01-04"),
        (" 04.01.2027 ", "2027-01-04"),
        ("4/1/2027", "2027-01-04"),
        ("2027-01-04", "2027-01-04"),
        ("snart", "snart"),
        ("30.2.2027", "30.2.2027"),
        ("", ""),
    ],
)
def test_what_is_typed_is_a_day_or_stands_as_it_is(field, typed, said):
    assert field.read(typed) == said


def test_an_empty_field_shows_what_holds_and_says_nothing(field):
    field.show_day("", "2027-02-01")
    assert field.field.text() == ""
    assert "2027" in field.field.placeholderText()
    field.field.editingFinished.emit()
    assert field.heard == [""]


def test_a_day_is_shown_in_words_and_what_is_none_in_red(field):
    field.show_day("2027-03-01", "")
    assert field.read(field.field.text()) == "2027-03-01"
    assert field.field.styleSheet() == ""
    field.show_day("snart", "")
    assert (field.field.text(), "color" in field.field.styleSheet()) == ("snart", True)
    assert field.heard == [], "what is shown was not said by a person"
