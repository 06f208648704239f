"""Texts on a page: in lines that fit, in letters as large as they can be, and cut rather than over the edge."""

import pytest
from qgis.core import QgsPrintLayout, QgsProject
from qgis.PyQt.QtCore import Qt

from lyngby_heritage.processing.outputs.page_text import MORE, Pen, line_height


@pytest.fixture
def pen():
    project = QgsProject()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    yield Pen(layout)
    project.clear()


WORDS = "Der er ingen brugbar værdi fra 1 til 9, og bygningen er ikke vurderet"


@pytest.mark.parametrize("wide", [20.0, 37.5, 60.0, 200.0])
def test_every_line_fits_and_no_word_is_lost(pen, wide):
    found = pen.broken(WORDS, 9.0, wide)
    assert " ".join(found.lines) == WORDS
    assert all(pen.width(line, 9.0) <= wide for line in found.lines)
    assert found.height == pytest.approx(len(found.lines) * line_height(9.0))


def test_a_word_that_is_wider_than_the_room_goes_on_in_the_next_line(pen):
    word = "Fredningsværdighedsvurderingsudvalgsmedlemmer" * 3
    found = pen.broken(f"En {word} her", 12.0, 40.0)
    assert len(found.lines) > 3
    assert "".join(found.lines).replace(" ", "") == f"En{word}her"
    assert all(pen.width(line, 12.0) <= 40.0 for line in found.lines)


def test_even_a_room_of_no_width_has_a_letter_on_each_line(pen):
    assert pen.broken("abc", 9.0, 0.1).lines == ("a", "b", "c")


def test_the_letters_are_the_largest_that_fit(pen):
    sizes = (20.0, 16.0, 12.0)
    one_line = line_height(20.0)
    assert pen.fitted("Plan", sizes, 100.0, one_line).points == 20.0
    wide = pen.width("Kulturhistorisk lokalplan", 16.0)
    found = pen.fitted("Kulturhistorisk lokalplan", sizes, wide + 0.1, one_line)
    assert (found.points, len(found.lines), found.cut) == (16.0, 1, False)


def test_what_does_not_fit_in_the_smallest_letters_ends_in_dots(pen):
    found = pen.fitted(WORDS * 20, (12.0, 8.0), 60.0, 2 * line_height(8.0) + 0.1)
    assert (found.points, len(found.lines), found.cut) == (8.0, 2, True)
    assert found.lines[-1].endswith(MORE)
    assert all(pen.width(line, 8.0) <= 60.0 for line in found.lines)


def test_there_is_always_a_line_however_low_the_room(pen):
    assert len(pen.fitted("Plan", (20.0,), 100.0, 1.0).lines) == 1


@pytest.mark.parametrize("side", [None, Qt.AlignmentFlag.AlignRight])
def test_a_box_holds_its_text_and_ends_where_the_next_begins(pen, side):
    lines = pen.broken(WORDS, 9.0, 50.0)
    assert pen.write(lines, 20.0, 30.0, 50.0, side=side) == pytest.approx(30.0 + lines.height)
    (label,) = [one for one in pen.layout.items() if hasattr(one, "currentText")]
    assert label.currentText() == "\n".join(lines.lines)
    edge = label.positionWithUnits().x() + label.sizeWithUnits().width()
    if side is not None:
        assert edge == pytest.approx(70.0)
    else:
        assert label.positionWithUnits().x() == pytest.approx(20.0)


def test_what_looks_like_an_expression_is_a_text(pen):
    pen.write(pen.broken("Plan [% 1 + 1 %]", 9.0, 80.0), 0.0, 0.0, 80.0)
    (label,) = [one for one in pen.layout.items() if hasattr(one, "currentText")]
    assert label.currentText() == "Plan [% 1 + 1 %]"
