"""What goes where room is short, in which order, and what then stands in its place."""

from lyngby_heritage.core.sheet.blocks import LEVELS, Part, Section, Sheet, abridged

PARTS = (
    Part("Altid"),
    Part("Først", drop=1, instead="Står andetsteds."),
    Part("Også først", drop=1, instead="Står andetsteds."),
    Part("Sidst", drop=LEVELS),
)


def texts(level, parts=PARTS):
    sheet = Sheet("", "", "", "", (Section("a", "A", parts),), "", "")
    return [part.text for section in abridged(sheet, level).sections for part in section.parts]


def test_what_has_the_lowest_step_goes_first_and_what_stands_instead_stands_once():
    assert texts(0) == ["Altid", "Først", "Også først", "Sidst"]
    assert texts(1) == ["Altid", "Står andetsteds.", "Sidst"]
    assert texts(LEVELS) == ["Altid", "Står andetsteds."]


def test_a_section_of_which_nothing_is_left_goes_whole():
    assert texts(1, (Part("Først", drop=1),)) == []
