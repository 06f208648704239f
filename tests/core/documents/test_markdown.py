r"""The Markdown of the templates, read into blocks: what is marked, what is a blank, and that no letter is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lyngby_heritage.core.common.errors import Cancelled
from lyngby_heritage.core.documents.blocks import (
    Bullet,
    Contents,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Table,
    plain,
)
from lyngby_heritage.core.documents.markdown import blanks_in, read_markdown, spans
from lyngby_heritage.core.documents.markdown_text import markdown as made_harmless


def shown(block):
    """A block in one line."""
    if isinstance(block, Heading):
        return f"{'#' * block.level} {plain(block.text)}"
    if isinstance(block, Paragraph):
        return f"{block.number}|{plain(block.text)}"
    if isinstance(block, Bullet):
        return f"{'  ' * block.level}- {plain(block.text)}"
    if isinstance(block, Notice):
        return f"> {' / '.join(map(shown, block.blocks))}"
    if isinstance(block, Table):
        return " ; ".join(", ".join(map(plain, row)) for row in (block.headings, *block.rows))
    return {PageBreak: "<page>", Contents: "<contents>"}[type(block)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Titel\n\n## § 1 Formål\n##### Dybt", ["# Titel", "## § 1 Formål", "#### Dybt"]),
        ("En linje\nog en til.\n\nNyt afsnit.", ["|En linje og en til.", "|Nyt afsnit."]),
        ("3.1 **Alle.** Tekst\nmere", ["3.1|Alle. Tekst mere"]),
        ("2. Andet", ["2.|Andet"]),
        ("1.234 bygninger er udpeget.", ["|1.234 bygninger er udpeget."]),
        ("1.5.2026 er en dato, og 3.1", ["|1.5.2026 er en dato, og 3.1"]),
        ("- et\n  mere\n  - to\n- tre", ["- et mere", "  - to", "- tre"]),
        ("Tekst\n- punkt", ["|Tekst", "- punkt"]),
        ("> **A** b\n> c\n>\n> - x\n\nefter", ["> |A b c / - x", "|efter"]),
        ("| a | b |\n| --- | --: |\n| 1 \\| 2 | 3 |\n| kort |\n\nefter", ["a, b ; 1 | 2, 3 ; kort, ", "|efter"]),
        ("| ikke en tabel", ["|| ikke en tabel"]),
        ("<!-- sideskift -->\n<!-- indholdsfortegnelse -->", ["<page>", "<contents>"]),
        ("a  \nb\\\nc", ["|a\nb\nc"]),
        ("a\r\nb\x07\x0b\u202ec\ufffe", ["|a bc"]),
        ("", []),
    ],
)
def test_what_the_templates_use_is_read(text, expected):
    assert [shown(one) for one in read_markdown(text)] == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("ren", [("ren", "")]),
        ("a **b** *c*", [("a ", ""), ("b", "b"), (" ", ""), ("c", "i")]),
        ("***begge***", [("begge", "bi")]),
        ("**a *b* c**", [("a ", "b"), ("b", "bi"), (" c", "b")]),
        ("2 * 3 * 4", [("2 * 3 * 4", "")]),
        ("**uden ende", [("**uden ende", "")]),
        (r"\*stjerner\* og \\ og \[x\]", [("*stjerner* og \\ og ", ""), ("[x]", "1")]),
        ("`koersel` i [planen](https://plandata.dk/a)", [("koersel i planen (https://plandata.dk/a)", "")]),
        ("<https://plandata.dk>", [("https://plandata.dk", "")]),
        (
            "[a **b** [c]] d [e][f]",
            [("[a ", "1"), ("b", "b1"), (" [c]]", "1"), (" d ", ""), ("[e]", "2"), ("[f]", "3")],
        ),
        ("[a [b] c", [("[a ", ""), ("[b]", "1"), (" c", "")]),
        ("a] b [", [("a] b [", "")]),
    ],
)
def test_the_letters_of_a_paragraph(raw, expected):
    found = [
        (one.text, "b" * one.bold + "i" * one.italic + (str(one.blank) if one.blank else "")) for one in spans(raw)
    ]
    assert found == expected


def test_a_table_says_which_columns_are_numbers():
    (table,) = read_markdown("| a | b | c |\n| --: | :-: | --- |\n| 1 | 2 | 3 |")
    assert list(table.right) == [True, False, False]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("## § \\[1\\]\n\n- \\[a\\] b [c]\n\n> \\[d \\[e\\]\\]\n\n| [f] |\n| --- |\n| [g] |\n| h |", 6),
        ("a ] b", 0),
        ("", 0),
    ],
)
def test_blanks_are_counted_wherever_they_stand(text, count):
    assert blanks_in(text) == count


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Cn", "Zs", "Zl", "Zp")), min_size=1, max_size=40))
def test_a_name_from_the_data_comes_through_as_it_is(name):
    (bullet,) = read_markdown(f"- **{made_harmless(name)}:** 9")
    assert plain(bullet.text) == f"{name}: 9"
    assert bullet.text[0].bold


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    read_markdown(text)


def test_cancel_is_heard():
    def check():
        raise Cancelled

    with pytest.raises(Cancelled):
        read_markdown("tekst", check)
