"""A line of the statement: the sentence that the data choose, and both in brackets where a person must."""

import pytest

from lyngby_heritage.core.common.law import Citations
from lyngby_heritage.core.plan.state import PlanState
from lyngby_heritage.core.plan.statement_lines import Wording, area_words, line_of, screening_of, theme_words
from lyngby_heritage.core.plan.statement_themes import MET, NONE, NOT_GIVEN, SILENT, ThemeFacts

LINE = {
    "title": "Vandet",
    "themes": ["aa", "soe"],
    "met": "Linjen gælder ({explanation}).",
    "none": "Ingen efter de angivne lag.",
    "choose": ["Planen giver ikke mulighed for det.", "Planen forudsætter dispensation."],
}
CHOICE = "\\[Enten: Planen giver ikke mulighed for det. Eller: Planen forudsætter dispensation.\\]"
OPEN = (
    "\\[Enten: Kommunen har undersøgt det, og ingen af bygningerne eller jordstykkerne er berørt. "
    "Eller: Linjen gælder (planlovens § 16).\\]"
)


def wording(designated=85, properties=70, law=None):
    return Wording(designated, properties, PlanState(), 2, Citations() if law is None else law)


def theme(code, known, **more):
    name = {"aa": "Åbeskyttelse", "soe": "Søbeskyttelse"}[code]
    return ThemeFacts(code, name, more.pop("legal", "Naturloven [ikke kontrolleret]"), known, **more)


@pytest.mark.parametrize(
    ("known", "sentences"),
    [
        ((MET, NONE), ("Linjen gælder (planlovens § 16).", CHOICE)),
        ((NOT_GIVEN, MET), ("Linjen gælder (planlovens § 16).", CHOICE)),
        ((NONE, NONE), ("Ingen efter de angivne lag.",)),
        ((NONE, NOT_GIVEN), (OPEN,)),
        ((NONE, SILENT), (OPEN,)),
        ((NOT_GIVEN, NOT_GIVEN), (OPEN,)),
    ],
)
def test_the_data_choose_the_sentence_and_a_person_what_they_do_not_tell(known, sentences):
    facts = {code: theme(code, one) for code, one in zip(("aa", "soe"), known)}
    assert line_of(LINE, facts, wording()).sentences == sentences


def test_a_line_that_no_theme_decides_is_a_person_s():
    line = line_of({"title": "Jord", "themes": [], "choose": ["Ja.", "Nej."]}, {}, wording())
    assert (line.told, line.sentences) == ((), ("\\[Enten: Ja. Eller: Nej.\\]",))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (theme("aa", NOT_GIVEN), "**Åbeskyttelse:** ikke kendt: der er ikke angivet et lag."),
        (
            theme("aa", SILENT, layers=(("aa_linjer", "2026-03-12"),)),
            "**Åbeskyttelse:** ikke kendt: det angivne lag (12. marts 2026) siger intet om kommunen.",
        ),
        (
            theme("aa", NONE, layers=(("aa", "2026-03-12"), ("bæk", ""))),
            "**Åbeskyttelse:** ingen af planens bygninger eller jordstykker er berørt efter de angivne lag (12. marts "
            "2026 og \\[dato\\]). Grundlag: Naturloven \\[ikke kontrolleret\\].",
        ),
        (
            theme("aa", NONE, legal=""),
            "**Åbeskyttelse:** ingen af planens bygninger eller jordstykker er berørt efter det angivne lag "
            "(\\[dato\\]).",
        ),
        (
            theme("aa", MET, buildings=12, proposed=2, properties=1, area=34_600.0, names=("Dalen",), legal="Loven"),
            "**Åbeskyttelse:** 12 af 85 bygninger (heraf 2 kun efter et forslag) og 1 af 70 ejendomme, i alt 3,5 ha af "
            "de jordstykker, planen omfatter. Områder: Dalen. Grundlag: Loven.",
        ),
        (
            theme(
                "aa", MET, legal="", layers=(("x", "2026-11-26"), ("theme_pdk_aa", "2026-03-12"), ("y", "2026-11-26"))
            ),
            "**Åbeskyttelse:** ingen af 85 bygninger og ingen af 70 ejendomme. Data fra 12. marts 2026 og 26. november "
            "2026.",
        ),
        (
            theme("aa", MET, properties=3, names=("A", "B", "C", "D"), legal=""),
            "**Åbeskyttelse:** ingen af 85 bygninger og 3 af 70 ejendomme. Områder: A, B og 2 områder til.",
        ),
        (
            theme("aa", MET, properties=3, names=("Askholt Hegn", "Dalen og Askholt Hegn"), legal=""),
            "**Åbeskyttelse:** ingen af 85 bygninger og 3 af 70 ejendomme. Områder: Askholt Hegn; Dalen og Askholt "
            "Hegn.",
        ),
    ],
)
def test_what_is_known_of_a_theme_is_told_in_words(facts, said):
    assert theme_words(facts, wording()) == said


def test_where_no_layer_was_given_it_never_says_that_nothing_is_met():
    for known in (NOT_GIVEN, SILENT):
        facts = {"aa": theme("aa", known), "soe": theme("soe", known)}
        line = line_of(LINE, facts, wording())
        told = " ".join((*line.told, screening_of(ROW, facts, wording()).remarks))
        assert told.count("ikke kendt") == 2
        assert "Ikke kendt, " in told
        assert "berørt efter" not in told
        assert LINE["none"] not in line.sentences


def test_without_properties_only_buildings_are_told():
    facts = theme("aa", MET, buildings=1, properties=None, legal="")
    assert theme_words(facts, wording(1, None)) == "**Åbeskyttelse:** 1 af 1 bygning."


def test_without_properties_nothing_is_said_of_the_parcels():
    facts = {code: theme(code, NONE, legal="") for code in ("aa", "soe")}
    line = line_of(LINE, facts, wording(1, None))
    assert line.told[0] == (
        "**Åbeskyttelse:** ingen af planens bygninger er berørt efter det angivne lag (\\[dato\\]); jordstykkerne er "
        "ikke kendt."
    )
    assert line.sentences == (OPEN,)
    assert screening_of({**ROW, "note": ""}, facts, wording(1, None)).remarks == (
        "Ingen bygning berørt efter de angivne lag: Åbeskyttelse og Søbeskyttelse."
    )


def test_a_citation_is_remembered_where_it_is_printed_and_only_there():
    law = Citations()
    line_of(LINE, {"aa": theme("aa", NONE), "soe": theme("soe", NONE)}, wording(law=law))
    assert not law.cited
    line_of(LINE, {"aa": theme("aa", MET), "soe": theme("soe", NONE)}, wording(law=law))
    assert list(law.cited) == ["explanation"]


@pytest.mark.parametrize(
    ("area", "said"), [(0.4, "under 1 m²"), (9_999.0, "9.999 m²"), (10_000.0, "1 ha"), (34_600.0, "3,5 ha")]
)
def test_areas_in_the_unit_that_people_use(area, said):
    assert area_words(area) == said


ROW = {"title": "Vand", "themes": ["aa", "soe"], "note": "Planen omfatter {designated}{properties}. [Vurderes.]"}


def test_a_row_of_the_screening_holds_remarks_and_no_verdict():
    facts = {"aa": theme("aa", MET, buildings=1, properties=0), "soe": theme("soe", NONE)}
    row = screening_of(ROW, facts, wording(1, 1))
    assert row.title == "Vand"
    assert row.remarks == (
        "Berørt: Åbeskyttelse (1 bygning, ingen ejendomme). Ikke berørt efter det angivne lag: Søbeskyttelse. "
        "Planen omfatter 1 bygning på 1 ejendom. \\[Vurderes.\\]"
    )
    assert "1 bygning. \\[" in screening_of({**ROW, "themes": []}, {}, wording(1, None)).remarks
