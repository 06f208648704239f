"""Every number that a person reads: decimal comma, thousands, halves, minus, and words that agree with a count."""

import ast
import doctest
import re
from datetime import date
from xml.etree import ElementTree

import numpy as np
import pytest

from lyngby_heritage.core.common import wording
from lyngby_heritage.core.common.wording import (
    NBSP,
    Numbers,
    agreeing,
    as_printed,
    decimal,
    filled,
    joined,
    number,
    percent,
    plain_spaces,
    plural,
    quantity,
    share,
    signed,
    spans,
    unbroken,
    uncounted,
    year,
)
from lyngby_heritage.paths import PLUGIN

NAN = float("nan")


def test_the_examples_of_the_module_hold():
    outcome = doctest.testmod(wording)
    assert outcome.attempted >= 10
    assert outcome.failed == 0


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1.000"),
        (-1200, "−1.200"),
        (1_234_567, "1.234.567"),
        (0.5, "1"),  # halves go away from zero, also where Python would take the even one
        (1.5, "2"),
        (2.5, "3"),
        (-2.5, "−3"),
        (999.5, "1.000"),
        (0.49999, "0"),
        (-0.0, "0"),
        (-0.4, "0"),
        (np.float64(12345.0), "12.345"),
        (np.int64(12345), "12.345"),
        (NAN, "ukendt"),
        (None, "ukendt"),
        (float("inf"), "ukendt"),
    ],
)
def test_whole_numbers(value, text):
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (40.0, 1, "40"),
        (0.75, 2, "0,75"),
        (0.25, 1, "0,3"),
        (0.35, 1, "0,4"),  # in binary a little less than the half that is written
        (2.675, 2, "2,68"),
        (66.666, 2, "66,67"),
        (1234.5, 1, "1.234,5"),
        (1234.5, 2, "1.234,5"),
        (100.0, 2, "100"),
        (99.99, 1, "100"),
        (-0.04, 1, "0"),
        (-12.34, 1, "−12,3"),
        (1e-12, 3, "0"),
        (1e15, 1, "1.000.000.000.000.000"),
        (1e30, 2, "1" + 10 * ".000"),
        (-1.7e308, 2, "−170" + 102 * ".000"),
        (NAN, 1, "ukendt"),
    ],
)
def test_fractions(value, digits, text):
    assert decimal(value, digits) == text


def test_columns_keep_their_zeros():
    assert [decimal(value, 2, fixed=True) for value in (1, 12.5, 1234.567)] == ["1,00", "12,50", "1.234,57"]


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (2, 3, "66,7 %"),
        (1, 3, "33,3 %"),
        (1, 8, "12,5 %"),
        (1, 16, "6,3 %"),
        (1, 2, "50,0 %"),
        (0, 3, "0 %"),
        (3, 3, "100 %"),
        (1, 100_000, "<0,1 %"),
        (99_999, 100_000, ">99,9 %"),
        (0, 0, "–"),
        (NAN, 3, "ukendt"),
    ],
)
def test_a_part_in_percent(part, whole, text):
    assert plain_spaces(percent(part, whole)) == text


@pytest.mark.parametrize(
    ("part", "whole", "limit", "text"),
    [
        (2, 3, 0.6, "66,7 %"),
        (3, 5, 0.6, "60 %"),
        (5999, 10_000, 0.6, "59,99 %"),
        (2, 3, 0.667, "66,67 %"),  # cut to 66,6 it would be neither two thirds nor rounded
        (2, 3, 0.7, "66,7 %"),
        (5999, 10_000, None, "60 %"),
        (2, 3, 2 / 3, "66,7 %"),
        (29, 100, 0.6, "29 %"),
        (1, 1, 1.0, "100 %"),
    ],
)
def test_a_share_is_not_rounded_up_to_a_limit_it_does_not_reach(part, whole, limit, text):
    assert plain_spaces(percent(part, whole, fixed=False, limit=limit)) == text


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(0, 0, "0"), (12, 0, "+12"), (-12, 0, "−12"), (0.04, 1, "0"), (-0.04, 1, "0"), (1234.5, 1, "+1.234,5")],
)
def test_differences(value, digits, text):
    assert signed(value, digits) == text


@pytest.mark.parametrize(("value", "text"), [(1934.0, "1934"), (1999.5, "1999,5"), (10_000, "10000"), (NAN, "ukendt")])
def test_years_have_no_dots(value, text):
    assert year(value) == text


def test_units_stay_with_their_number():
    assert quantity(6.14, "m²") == f"6,1{NBSP}m²"
    assert quantity(1234, "m", 0) == f"1.234{NBSP}m"
    assert quantity(NAN, "m") == "ukendt"
    assert share(0.6) == f"60{NBSP}%"
    assert plain_spaces(share(0.29)) == "29 %"


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 grunde"), (1, "1 grund"), (2, "2 grunde"), (1.0, "1 grund"), (1500, "1.500 grunde")]
)
def test_counts_and_words_agree(count, text):
    assert plain_spaces(plural(count, "grund", "grunde")) == text
    assert text.endswith(agreeing(count, "grund", "grunde"))


def test_lists_and_spans():
    assert [joined(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a og b", "a, b og c"]
    assert joined(["1", "2", "3"], "eller") == "1, 2 eller 3"
    assert [spans(values) for values in ([3], [4, 1, 2, 3], [1, 3], [1, 2, 4, 6, 7])] == [
        "3",
        "1–4",
        "1 og 3",
        "1–2, 4 og 6–7",
    ]


@pytest.mark.parametrize(
    ("count", "english", "danish"),
    [
        (1, "1 row has no id; it is left out.", "1 række har intet id; den er udeladt."),
        (2, "2 rows have no id; they are left out.", "2 rækker har intet id; de er udeladt."),
        (1234, "1,234 rows have no id; they are left out.", "1.234 rækker har intet id; de er udeladt."),
    ],
)
def test_templates_of_the_log(count, english, danish):
    values = {"count": count}
    assert filled("{count:row has|rows have} no id; {count:=it is|they are} left out.", values) == english
    assert filled("{count:række|rækker} har intet id; {count:=den|de} er udeladt.", values, danish=True) == danish


def test_a_danish_log_has_decimal_commas_and_leaves_years_and_codes_alone():
    assert filled("{a} sek., år {b}, {c}", {"a": 9.1, "b": 1934, "c": "a.b"}, danish=True) == "9,1 sek., år 1934, a.b"
    assert filled("{a} s, {b}", {"a": 9.1, "b": 1934}) == "9.1 s, 1934"


@pytest.mark.parametrize(
    ("rows", "english", "danish"),
    [
        ([3], "row 3", "række 3"),
        ([1, 2], "rows 1 and 2", "række 1 og 2"),
        ([1, 2, 5], "rows 1, 2 and 5", "række 1, 2 og 5"),
        (range(1, 13), "rows 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 (+2)", "række 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 (+2)"),
    ],
)
def test_a_message_names_rows_in_its_own_language_and_says_row_of_one(rows, english, danish):
    values = {"rows": Numbers(rows)}
    assert filled("{rows:row|rows}", values) == english
    assert filled("række {rows}", values, danish=True) == danish


def test_a_day_in_a_danish_message_is_danish_and_no_message_is_given_one_as_a_text():
    """What writes a day into a text of its own would have it as 2026-11-26 in every language."""
    day = date(2026, 11, 26)
    assert filled("den {day}", {"day": day}, danish=True) == "den 26. november 2026"
    assert filled("on {day}", {"day": day}) == "on 2026-11-26"
    messages = {"HeritageError", "Note", "note_in_both", "warning_in_both"}
    written = [
        f"{path.relative_to(PLUGIN)}:{call.lineno}"
        for path in sorted(PLUGIN.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in messages
        for one in ast.walk(call)
        if isinstance(one, ast.Attribute) and one.attr in ("isoformat", "strftime")
    ]
    assert written == []


def test_a_count_in_a_column_of_its_own_is_not_said_twice():
    assert uncounted("{count} rækker") == "rækker"
    assert filled(uncounted("{count:række har|rækker har} intet id"), {"count": 1}, danish=True) == "række har intet id"
    assert uncounted("{layer}: {count} rækker") == "{layer}: {count} rækker"


def test_no_other_place_turns_a_share_into_per_cent_for_a_text():
    """`percent` and `share` round; a text that multiplied by 100 by itself might cut."""
    own = re.compile(r"""\{[^{}\n":]*((?<!/ )100 \*|\* 100)[^{}]*\}|:[+]?\.\d+%\}""")
    sources = [path for path in (PLUGIN / "core").rglob("*.py") if path.name != "wording.py"]
    assert [path.name for path in sources if own.search(path.read_text(encoding="utf-8"))] == []


COUNTED = r"\{(count|rows|all|plots|buildings|properties|themes|layers|designations|written|selected|ensembles|cells)\}"
PREPOSITIONS = "of|af|with|and|og|er|i"
BARE_COUNT = re.compile(rf"{COUNTED} (?!(?:{PREPOSITIONS})\b)[a-zæøå]")


def texts_of_the_package():
    """Every text of the code that stands alone (no docstring, no f-string), and every Danish one of the interface."""
    for path in sorted(PLUGIN.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        formatted = {id(part) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for part in one.values}
        docs = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
        for one in ast.walk(tree):
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in formatted | docs:
                yield path.name, one.value
    for message in ElementTree.parse(PLUGIN / "i18n" / "lyngby_heritage_da.ts").iter("message"):
        translation = message.find("translation")
        if translation.get("type") != "vanished":
            yield "lyngby_heritage_da.ts", translation.text or ""


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("<p>Æblelunden 1–35</p>", "<p>Æblelunden 1–\u206035</p>"),
        ("<td>1930–1934, 2–4</td>", "<td>1930–\u20601934, 2–\u20604</td>"),
        ("<p>fra 1 – og 2</p>", "<p>fra 1 – og 2</p>"),  # a dash between words
        ('<a title="1–3" href="#1–3">x</a>', '<a title="1–3" href="#1–3">x</a>'),
        ("<script>let a = '1–3' < '2–4';</script>1–3", "<script>let a = '1–3' < '2–4';</script>1–\u20603"),
        ("<style>/* 1–3 */</style><!-- 1–3 -->", "<style>/* 1–3 */</style><!-- 1–3 -->"),
    ],
)
def test_a_range_on_a_page_stays_on_one_line(page, kept):
    assert unbroken(page) == kept


def test_a_count_brings_the_word_that_agrees_with_it():
    """`{count} rows` reads "1 rows": `{count:row|rows}` agrees. A number that is never one may stand bare."""
    never_one = (
        *("{count} bands of whole numbers", "{count} bånd med hele tal", "{buildings} belong", "{buildings} til samme"),
        *("{count} cultural environments are more", "{count} kulturmiljøer er flere"),
        *("{all} fund:", "{rows} kan ikke læses", "{rows} cannot be read"),
    )
    found = [
        f"{name}: {text}"
        for name, text in texts_of_the_package()
        if BARE_COUNT.search(text) and not any(one in text for one in never_one)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("value", "digits", "table", "text"),
    [
        (4.125, 2, 4.13, "4,13"),  # Python's own round() says 4.12: to the even digit
        (2.5, 0, 3.0, "3"),
        (1.005, 2, 1.01, "1,01"),  # as it reads, not as the float that lies below it
        (-0.125, 2, -0.13, "−0,13"),
        (0.04, 1, 0.0, "0"),
    ],
)
def test_a_number_in_a_table_is_the_one_that_the_text_beside_it_prints(value, digits, table, text):
    assert (as_printed(value, digits), decimal(value, digits)) == (table, text)


def test_a_number_that_nobody_knows_stays_unknown_in_a_table():
    assert np.isnan(as_printed(float("nan"), 2))
