"""Texts in brackets that an adopted plan still has."""

import pytest

from lyngby_heritage.core.plan.open_blanks import open_blank_notes
from lyngby_heritage.core.plan.state import ADOPTED, DRAFT, PROPOSAL, PlanState


def test_an_adopted_plan_with_open_brackets_is_warned_of_with_the_documents():
    (note,) = open_blank_notes(PlanState(ADOPTED), {"bestemmelser.docx": 2, "redegoerelse.docx": 1, "x.docx": 0})
    assert note.warning
    assert "3 blanks in brackets" in str(note)
    assert "strike: bestemmelser.docx (2), redegoerelse.docx (1)." in str(note)


@pytest.mark.parametrize(
    ("code", "blanks"), [(DRAFT, {"a": 2}), (PROPOSAL, {"a": 2}), (ADOPTED, {"a": 0}), (ADOPTED, {})]
)
def test_a_plan_that_is_written_on_or_has_none_is_not(code, blanks):
    assert not list(open_blank_notes(PlanState(code), blanks))
