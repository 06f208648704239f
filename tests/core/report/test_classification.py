"""The report says what the figures say, harms nothing, and needs nothing besides itself."""

import html
import re
from html.parser import HTMLParser

import pytest
from designation_reports import NOTHING, a_report

from lyngby_heritage.core.common.wording import NBSP
from lyngby_heritage.core.designation.outcome import GroundCount, RuleOutcome, Sweep, rule_name
from lyngby_heritage.core.report import charts
from lyngby_heritage.core.report.classification import designation_classes, render
from lyngby_heritage.core.report.content import Finding, Input
from lyngby_heritage.core.report.page import buildings

VOID = {"meta", "img", "br", "hr", "link", "input", "wbr"}


class Page(HTMLParser):
    """What a browser would see: tags in order, whether they close, words, and the rows of tables."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.words, self.rows, self.faults = [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            return
        self.words.append(data)
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data

    @property
    def text(self):
        return re.sub(r"[ \n]+", " ", " ".join(self.words))

    def row(self, start):
        """The cells of the one row whose first cell begins so."""
        found = [[cell.strip() for cell in row] for row in self.rows if row and row[0].strip().startswith(start)]
        assert len(found) == 1, found
        return found[0]


def page(**changes):
    return Page(render(a_report(**changes)))


def test_the_summary_says_how_many_of_how_many_and_why():
    text = page().text
    assert f"Af 14.213{NBSP}bygninger er" in text
    assert "2.470" in text
    assert f"17,4{NBSP}%" in text
    assert "1.842 har en høj SAVE-værdi på 1, 2 eller 3" in text
    assert "611 har SAVE-værdi 4 og ensartet karakter med naboejendomme" in text
    assert "og 17 er udpeget ved en særskilt beslutning." in text
    assert f"skal 94{NBSP}bygninger vurderes af en fagperson" in text


def test_the_designated_are_also_a_share_of_those_that_somebody_assessed():
    """4,631 of 14,213 have no value: 2,470 of the other 9,582 are designated."""
    assert f"Af de 9.582, der har en SAVE-værdi eller en særskilt beslutning, er det 25,8{NBSP}%." in page().text


def test_every_ground_has_its_row_with_decisions_for_and_against_apart():
    seen = page()
    assert seen.row("SAVE-værdi 1–\u20603")[1:3] == ["1.842", f"13,0{NBSP}%"]
    assert seen.row("SAVE-værdi 4: ensartet med naboerne")[1] == "611"
    assert seen.row("Udpeget ved særskilt")[1] == "17"
    assert seen.row("Fravalgt ved særskilt")[1:3] == ["6", f"<0,1{NBSP}%"]
    assert seen.row("Skal vurderes")[1] == "94"
    assert seen.row("Uden SAVE-værdi")[1] == "4.631"
    groups = [row for row in seen.rows if row[0].strip().endswith("dpeget i alt") and len(row) == 4]
    assert [row[1] for row in groups] == ["2.470", "11.743"]
    # Of these are the assessed that no rule designates; a row is not called the same as the group that it is in.
    assert seen.row("Vurderet uden at opfylde en regel")[1] == "7.012"
    assert [row for row in seen.rows if row[0].strip() == "Ikke udpeget"] == []


def test_an_unknown_code_is_shown_and_counted():
    seen = page(grounds=(GroundCount("vaerdi_1_3", 2, 2), GroundCount("mystisk", 3, 0)))
    assert seen.row("Ukendt kode: mystisk")[1] == "3"
    assert f"Af 5{NBSP}bygninger" in seen.text


def test_thresholds_and_rules_show_the_chosen_and_what_others_would_give():
    seen = page()
    assert seen.row(f"40{NBSP}%")[1:] == ["900", "+289"]
    assert seen.row(f"60{NBSP}%")[1:] == ["611", "valgt"]
    assert seen.row(f"50{NBSP}år")[1:] == ["760", "+149"]
    assert f"Ved de valgte 60{NBSP}% udpeges 611; det ville være 900 ved 40{NBSP}% og 255 ved 100{NBSP}%." in seen.text
    assert seen.row("Kun række-, kæde- og dobbelthuse")[1:] == ["203", "−408", "0", "1.525"]
    assert seen.text.count("– valgt") == 1
    assert seen.text.count(" valgt: ") == 3


def test_those_to_be_looked_at_whom_no_rule_for_the_4s_moves_are_told_beside_the_rules():
    """94 are to be looked at; the chosen rule has 86 of them, so 8 have another value and a plan in force."""
    rules = (RuleOutcome(0, 611, 86, 1031, True), RuleOutcome(4, 0, 0, 1728, False))
    said = f"Desuden skal 8{NBSP}bygninger, som reglen for værdi 4 ikke gælder, vurderes"
    assert said in page(rules=rules).text
    assert "som reglen for værdi 4 ikke gælder" not in page().text


def test_a_threshold_between_the_tried_values_is_still_drawn():
    text = render(a_report(sweeps=(Sweep("UNIFORM_SHARE", (0.5, 0.6), (9, 5), (0, 3), 0.55),)))
    assert f"valgt: 55{NBSP}%" in text
    assert "Stiplet: skal vurderes" in text
    assert "Ved de valgte" not in text


def test_a_rule_that_does_not_look_at_neighbours_says_so():
    assert "ser ikke på naboerne" in page(rule=3).text
    assert "ser ikke på naboerne" not in page(rule=1).text


def test_secondary_buildings_are_counted_apart():
    seen = page()
    assert seen.row("Garage")[1:] == ["61", "9"]
    assert f"273{NBSP}bygninger af denne slags har en værdi, og 40 er udpeget" in seen.text


@pytest.mark.parametrize(("rule", "assessed"), [(0, True), (1, True), (2, False), (3, False), (4, False)])
def test_small_buildings_of_value_4_are_said_to_be_assessed_where_the_rule_looks_at_neighbours(rule, assessed):
    """Registers can't tell whether a shed is like its neighbours; a rule that does not ask needs no one to look."""
    text = page(rule=rule).text.replace(NBSP, " ")
    assert (
        "De følger samme regler som andre bygninger, men ikke ved værdi 4: registrene kan ikke vise," in text
    ) is assessed
    assert ("De følger samme regler som andre bygninger. 273 bygninger" in text) is not assessed


def test_the_law_is_quoted_and_the_result_called_a_proposal():
    text = page().text.replace(NBSP, " ")
    assert "En SAVE-værdi er ikke i sig selv en udpegning: En bygning er bevaringsværdig, når" in text
    assert "bygningsfredningslovens § 17" in text
    assert "Beregningen er et forslag." in text


def test_names_from_the_data_are_text_never_markup():
    evil = '<script>alert("æ")</script><b>&'
    written = render(
        a_report(
            title=evil,
            secondary=((evil, 1, 0),),
            findings=(Finding(evil, 1, (evil,)),),
            parameters=(("X", evil, evil),),
            inputs=(Input(evil, evil, 1, evil),),
            grounds=(GroundCount(evil, 1, 0),),
            sweeps=(Sweep(evil, (1.0, 2.0), (1, 2), (0, 0), 1.0),),
            versions=((evil, evil),),
            made_at=evil,
        )
    )
    assert "<script" not in written
    assert "<b>" not in written
    assert written.count(html.escape(evil, quote=False).split("(")[0]) >= 8
    assert not Page(written).faults


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"grounds": (), "save_counts": (), **NOTHING},
        {"grounds": (GroundCount("vaerdi_1_3", 1, 1),), "save_counts": ((2, 1),), **NOTHING},
        {"grounds": (GroundCount("ikke_registreret", 9, 0),), "save_counts": ((None, 9),), **NOTHING},
        {"sweeps": (Sweep("SIMILARITY", (), (), (), 0.5), Sweep("NYT", (1.0,), (0,), (0,), 1.0)), "rule": 9},
        {"grounds": (GroundCount("vaerdi_1_3", 400_000, 400_000),), "map_png": b""},
    ],
)
def test_a_whole_page_comes_of_anything(changes):
    written = render(a_report(**changes))
    seen = Page(written)
    assert not seen.open
    assert not seen.faults
    ids = [attrs["id"] for _, attrs in seen.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    wanted = {attrs["href"][1:] for tag, attrs in seen.tags if tag == "a"}
    assert wanted <= set(ids)
    assert not re.search(r"\b(nan|None|undefined|Undefined)\b", seen.text)


def test_empty_cases_are_said_in_words():
    empty = page(grounds=(), save_counts=(), **NOTHING).text
    assert "Der er ingen bygninger i laget" in empty
    assert "ikke tegnet et kort" in empty
    assert "Alle fem regler giver samme udpegning." in empty
    assert "Der er ikke fundet forhold ved data" in empty
    one = page(grounds=(GroundCount("vaerdi_1_3", 1, 1),), save_counts=((2, 1),), **NOTHING).text
    assert "Den ene bygning i laget er udpeget som bevaringsværdig." in one
    assert "Den har en høj SAVE-værdi" in one
    none = page(grounds=(GroundCount("ikke_udpeget", 7, 0),), save_counts=((5, 7),), **NOTHING).text
    assert f"Ingen af de 7{NBSP}bygninger er udpeget" in none
    alone = page(grounds=(GroundCount("ikke_udpeget", 1, 0),), save_counts=((5, 1),), **NOTHING).text
    assert "Den ene bygning i laget er ikke udpeget som bevaringsværdig." in alone


def test_nothing_is_fetched_and_nothing_runs():
    written = render(a_report())
    assert "http:" not in written
    assert "https:" not in written
    assert not re.search(r"\bsrc=(?!\"data:image/png;base64,)", written)
    assert "url(#" in written
    assert not re.search(r"url\((?!#)", written)
    assert "@import" not in written
    tags = {tag for tag, _ in Page(written).tags}
    assert not tags & {"script", "link", "iframe", "object"}
    assert not [attrs for _, attrs in Page(written).tags if any(name.startswith("on") for name in attrs)]


def test_it_can_be_read_without_seeing_it():
    seen = page()
    assert ("html", {"lang": "da"}) in seen.tags
    assert [tag for tag, _ in seen.tags].count("h1") == 1
    levels = [int(tag[1]) for tag, _ in seen.tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:]))
    assert all(attrs.get("alt") for tag, attrs in seen.tags if tag == "img")
    assert all(attrs.get("scope") for tag, attrs in seen.tags if tag == "th")
    assert [tag for tag, _ in seen.tags].count("table") == [tag for tag, _ in seen.tags].count("caption")
    for tag, attrs in seen.tags:
        if tag == "svg":
            assert attrs.get("aria-hidden") == "true" or (attrs["role"] == "img" and attrs["aria-labelledby"])


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_stand_out_from_the_paper():
    style = render(a_report()).split("</style>")[0]
    named = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", style))
    for ink in ("accent", "ink", "muted"):
        for paper in ("#ffffff", named["paper"]):
            assert contrast(named[ink], paper) >= 4.5
    assert contrast(charts.MUTED, "#ffffff") >= 4.5


def test_classes_differ_in_grey_print_or_in_pattern():
    classes = designation_classes()
    for i, one in enumerate(classes):
        for other in classes[i + 1 :]:
            apart = contrast(one["fill"], other["fill"]) >= 1.25
            assert apart or one["pattern"] != other["pattern"], (one["key"], other["key"])


def test_counts_thresholds_and_rules_in_words():
    assert buildings(1) == f"1{NBSP}bygning"
    assert buildings(0) == f"0{NBSP}bygninger"
    assert charts.threshold(0.75, "percent") == f"75{NBSP}%"
    assert charts.threshold(10.0, "years") == f"10{NBSP}år"
    assert rule_name(4) == "Ingen bygninger med værdi 4"


@pytest.mark.parametrize("largest", [0, 1, 3, 7, 19, 99, 1234, 400_000])
def test_ticks_are_round_whole_and_reach_the_largest(largest):
    marks = charts.ticks(largest, 4)
    assert marks[0] == 0
    assert marks[-1] >= largest
    assert 2 <= len(marks) <= 6
    assert len({after - before for before, after in zip(marks, marks[1:])}) == 1
