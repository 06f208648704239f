"""What is cited of the law: a number that nobody has looked up is never a fact."""

import re

import pytest

from lyngby_heritage.core.common.law import (
    UNCHECKED,
    Citations,
    CitedInOrder,
    Reference,
    order_of,
    references,
    statement,
)
from lyngby_heritage.paths import DATA

CITED = {"cite": "planlovens § 15, stk. 2", "about": "bevaring", "source": "en kilde", "date": "2026-11"}


def test_a_number_is_cited_only_when_somebody_has_checked_it():
    unchecked, checked = (Reference(**CITED, detail="nr. 21", verified=known) for known in (False, True))
    assert str(unchecked) == "planlovens § 15, stk. 2"
    assert unchecked.listed == f"planlovens § 15, stk. 2 [nr. 21: {UNCHECKED}]"
    assert str(checked) == checked.listed == "planlovens § 15, stk. 2, nr. 21"


def test_the_number_of_preservation_is_not_known_for_sure_today():
    """It was 14 in 2012, something else by 2015, 18 in 2023 and 21 in one copy of the act in force."""
    assert not references()["preservation"].verified
    assert str(references()["preservation"]) == "planlovens § 15, stk. 2"
    assert "lovbekendtgørelse nr. 572 af 29. maj 2024" in references()["planning_act"].listed
    assert str(references()["planning_act"]) == "planloven"


def test_what_a_text_cites_is_listed_by_law_and_paragraph_as_numbers():
    law = Citations()
    listed = CitedInOrder(law)
    for key in ("takeover", "energy", "dispensation", "preserved_building", "guidelines", "planning_act", "insulation"):
        law[key]
    assert [references()[key].cite for key in listed] == [
        "BR18 § 5, nr. 3 og 4",
        "BR18 § 267, stk. 3",
        "bygningsfredningslovens § 17",
        "planloven",
        "planlovens § 11 a, stk. 1",
        "planlovens § 19",
        "planlovens § 49",
    ]


def test_a_paragraph_that_a_text_names_is_remembered_and_not_one_that_begins_alike():
    law = Citations()
    law["preservation"]  # § 15, stk. 2, which another reference cites too
    law.note("Efter planlovens § 15, stk. 2, naturbeskyttelseslovens § 3 a, Planlovens § 11 a, stk. 1, og planloven.")
    assert list(law.cited) == ["preservation", "guidelines"]
    law.note("Naturbeskyttelseslovens § 3, planlovens § 180 og planlovens § 49.")
    assert list(law.cited) == ["preservation", "guidelines", "takeover", "protected_nature"]


def test_a_law_stands_before_its_paragraphs_and_two_before_eleven():
    cites = ["planlovens § 11 a", "planlovens § 2, stk. 10", "planlovens § 2, stk. 9", "planloven"]
    assert sorted(cites, key=order_of) == list(reversed(cites))


@pytest.mark.parametrize("key", references())
def test_every_reference_says_where_and_when_it_was_read(key):
    one = references()[key]
    assert one.source
    assert one.about
    assert re.fullmatch(r"20\d\d-\d\d", one.date)


def test_what_was_read_of_the_law_but_not_in_it_is_not_called_checked():
    elsewhere = [key for key, one in references().items() if "ikke i loven" in one.about]
    assert elsewhere != []
    assert [key for key in elsewhere if references()[key].verified] == []


def test_a_list_alone_makes_no_building_worthy_of_preservation():
    """Bygningsfredningslovens § 17: the kommuneplan takes it up, or a lokalplan forbids to demolish it."""
    for key in ("designation", "designation_only"):
        assert "kommuneplanen optager den" in statement(key)
        assert "forbud mod nedrivning i en lokalplan" in statement(key)
    texts = [path.read_text(encoding="utf-8") for kind in ("*.j2", "*.json", "*.js") for path in DATA.rglob(kind)]
    assert [text for text in texts if "optaget i kommuneplanen eller" in text] == []


def test_no_text_numbers_a_paragraph_of_the_catalogue():
    """Numbers of planlovens § 15, stk. 2 and § 11 a, stk. 1, stand in law.json alone."""
    numbered = re.compile(r"§ ?(15, stk\. 2|11 a, stk\. 1),? nr")
    texts = [path for kind in ("*.j2", "*.json", "*.js") for path in DATA.rglob(kind)]
    assert [path.name for path in texts if numbered.search(read(path))] == []


def read(path):
    return path.read_text(encoding="utf-8").replace("&nbsp;", " ")
