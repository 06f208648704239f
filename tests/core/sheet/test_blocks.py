"""What goes where room is short, in which order, and what then stands in its place."""

from lyngby_heritage.core.sheet.blocks import Part, Section, Sheet, abridged, steps_of

PARTS = (
    Part("Altid"),
    Part("Først", drop=1, instead="Står andetsteds."),
    Part("Også først", drop=1, instead="Står andetsteds."),
    Part("Sidst", drop=6),
)


def texts(left_out, parts=PARTS):
    sheet = Sheet("", "", "", "", (Section("a", "A", parts),), "", "")
    return [part.text for section in abridged(sheet, left_out).sections for part in section.parts]


def test_what_has_the_lowest_step_goes_first_and_what_stands_instead_stands_once():
    assert texts(()) == ["Altid", "Først", "Også først", "Sidst"]
    assert texts({1}) == ["Altid", "Står andetsteds.", "Sidst"]
    assert texts({1, 6}) == ["Altid", "Står andetsteds."]


def test_a_section_of_which_nothing_is_left_goes_whole():
    assert texts({1}, (Part("Først", drop=1),)) == []


def test_the_steps_are_those_at_which_something_goes():
    assert steps_of(Sheet("", "", "", "", (Section("a", "A", PARTS),), "", "")) == [1, 6]
