"""The Word file: read by python-docx, which is not our code, and by LibreOffice as its receiver sees it."""

import base64
import io
import re
from time import process_time
from xml.etree import ElementTree

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from office import as_pdf, page_texts, pdf_lines
from word_files import municipality_template, parts_of

from lyngby_heritage.core.common.errors import Cancelled
from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import built_in_profile
from lyngby_heritage.core.documents import document_template, word_document
from lyngby_heritage.core.documents.blocks import Table
from lyngby_heritage.core.documents.column_widths import column_widths
from lyngby_heritage.core.documents.markdown import spans
from lyngby_heritage.core.documents.template import read_template

FACTS = {
    "titel": "Lokalplan 300: Ærø & <Å>",
    "plannummer": "300",
    "dokument": "Bestemmelser",
    "tilstand": "Forslag",
    "tilstand_tekst": "Forslag i høring til 1. marts 2027.",
    "dato": "26. november 2026",
    "kommune": "Bøgehegn Kommune",
}
TEXT = r"""# Lokalplan 300

<!-- indholdsfortegnelse -->

<!-- sideskift -->

> **UDKAST.** Læs \[dette\].
>
> - punkt i boksen

## § 1 Formål

1.1 Formålet er **vigtigt**, *ikke* \[skal **aftales**\].

10.12 Næste stykke
med to linjer.

- første
  - under
- sidste

### 1.2 Bygninger

| Nr. | Adresse |
| --: | --- |
| 1 | Ågade 2 |
| 2 | Bredevej 9 |

## § 2 Æøå

Slut.
"""


@pytest.fixture(scope="module")
def own():
    with in_force(built_in_profile()):
        return document_template()


@pytest.fixture(scope="module")
def made(own):
    return docx.Document(io.BytesIO(word_document(TEXT, own, FACTS)))


def styled(document):
    return [(one.style.name, one.text.replace("\xa0", " ")) for one in document.paragraphs if one.text]


def test_another_program_reads_headings_paragraphs_and_lists(made):
    assert styled(made) == [
        ("Lokalplan forside", "Bøgehegn Kommune"),
        ("Title", "Lokalplan 300: Ærø & <Å>"),
        ("Subtitle", "Bestemmelser"),
        ("Lokalplan tilstand", "Forslag i høring til 1. marts 2027."),
        ("Lokalplan forside", "Udskrevet 26. november 2026."),
        ("Lokalplan forside", "Der er 2 felter i kantet parentes, som kommunen skal udfylde, godkende eller slette."),
        ("TOC Heading", "Indhold"),
        ("toc 1", "§ 1 Formål"),
        ("toc 1", "§ 2 Æøå"),
        ("Lokalplan boks", "UDKAST. Læs [dette]."),
        ("Lokalplan boks", "• punkt i boksen"),
        ("Heading 1", "§ 1 Formål"),
        ("Lokalplan stykke", "1.1\tFormålet er vigtigt, ikke [skal aftales]."),
        ("Lokalplan stykke", "10.12\tNæste stykke med to linjer."),
        ("List Bullet", "første"),
        ("List Bullet", "under"),
        ("List Bullet", "sidste"),
        ("Heading 2", "1.2 Bygninger"),
        ("Heading 1", "§ 2 Æøå"),
        ("Body Text", "Slut."),
    ]


def test_a_blank_is_marked_and_letters_keep_their_look(made):
    paragraph = next(one for one in made.paragraphs if one.text.startswith("1.1"))
    looks = [(run.text, bool(run.bold), bool(run.italic), run.style.name) for run in paragraph.runs]
    plain = "Default Paragraph Font"
    assert looks == [
        ("1.1", False, False, plain),
        ("\t", False, False, plain),
        ("Formålet er ", False, False, plain),
        ("vigtigt", True, False, plain),
        (", ", False, False, plain),
        ("ikke", False, True, plain),
        (" ", False, False, plain),
        ("[skal ", False, False, "Lokalplan felt"),
        ("aftales", True, False, "Lokalplan felt"),
        ("]", False, False, "Lokalplan felt"),
        (".", False, False, plain),
    ]


def test_the_table_repeats_its_heading_and_breaks_no_row(made):
    (table,) = made.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Nr.", "Adresse"],
        ["1", "Ågade 2"],
        ["2", "Bredevej 9"],
    ]
    rows = [row._tr.trPr for row in table.rows]
    assert [row.find(qn("w:tblHeader")) is not None for row in rows] == [True, False, False]
    assert all(row.find(qn("w:cantSplit")) is not None for row in rows)
    assert table.rows[1].cells[0].paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert table.rows[1].cells[1].paragraphs[0].alignment is None
    assert table.style.name == "Lokalplan tabel"
    assert sum(column.width for column in table.columns) < made.sections[0].page_width


def test_each_heading_has_a_mark_that_the_contents_lead_to(made):
    body = made.element.body
    marks = {one.get(qn("w:name")): one.get(qn("w:id")) for one in body.iter(qn("w:bookmarkStart"))}
    links = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    assert len(marks) == 3
    assert len(set(marks.values())) == 3
    assert len(links) == 2
    assert set(links) < set(marks)
    ends = [one.get(qn("w:id")) for one in body.iter(qn("w:bookmarkEnd"))]
    assert sorted(ends) == sorted(marks.values())
    kinds = [one.get(qn("w:fldCharType")) for one in body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_the_file_says_what_it_is(made):
    told = made.core_properties
    assert (told.title, told.author) == ("Lokalplan 300: Ærø & <Å> – Bestemmelser", "Bøgehegn Kommune")
    assert (told.language, told.content_status) == ("da-DK", "Forslag")
    assert told.comments.startswith("Forslag i høring til 1. marts 2027. 26. november 2026. Lyngby Heritage ")
    assert made.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "da-DK"


def test_every_part_is_xml_and_the_same_text_gives_the_same_bytes(own):
    content = word_document(TEXT, own, FACTS)
    assert content == word_document(TEXT, own, dict(reversed(FACTS.items())))
    parts = parts_of(content)
    assert next(iter(parts)) == "[Content_Types].xml"
    for name, part in parts.items():
        assert ElementTree.fromstring(part) is not None, name
    assert b"{{" not in b"".join(parts.values())


@pytest.mark.parametrize(("count", "said"), [(1, "Der er 1 felt i"), (1234, "Der er 1.234 felter i")])
def test_the_first_page_says_how_many_blanks_there_are(own, count, said):
    document = docx.Document(io.BytesIO(word_document("## A\n\n" + "\\[udfyld\\] " * count, own, FACTS)))
    assert any(one.text.startswith(said) for one in document.paragraphs[:6])


def test_a_text_without_blanks_says_nothing_of_them(own):
    document = docx.Document(io.BytesIO(word_document("## A\n\nFærdig tekst.", own, FACTS)))
    texts = [one.text for one in document.paragraphs]
    assert {"Udskrevet 26. november 2026.", "Færdig tekst."} <= set(texts)
    assert not [one for one in texts if "felt" in one or "parentes" in one]


def test_pages_as_the_receiver_sees_them(own, tmp_path):
    (tmp_path / "plan.docx").write_bytes(word_document(TEXT, own, FACTS))
    first, second = page_texts(as_pdf(tmp_path / "plan.docx", tmp_path))
    assert "Bøgehegn Kommune" in first
    assert "Lokalplan 300: Ærø & <Å> Bestemmelser Forslag i høring til 1. marts 2027." in first
    assert re.search(r"Indhold § 1 Formål § 2 Æøå", first)
    assert first.endswith("Forslag · udskrevet 26. november 2026 Side 1 af 2")
    assert second.startswith("Lokalplan 300: Ærø & <Å> – Bestemmelser Forslag UDKAST. Læs [dette].")
    assert "1.1 Formålet er vigtigt, ikke [skal aftales]." in second
    assert "• første • under • sidste" in second
    assert "Nr. Adresse 1 Ågade 2 2 Bredevej 9" in second
    assert second.endswith("Forslag · udskrevet 26. november 2026 Side 2 af 2")


def test_a_long_table_has_its_heading_on_every_page(own, tmp_path):
    rows = "\n".join(f"| {number} | Vej {number}, 2800 Kgs. Lyngby |" for number in range(1, 201))
    text = f"## Liste\n\n| Løbenr. | Adresse |\n| --: | --- |\n{rows}\n"
    (tmp_path / "liste.docx").write_bytes(word_document(text, own, FACTS))
    pages = page_texts(as_pdf(tmp_path / "liste.docx", tmp_path))
    assert len(pages) > 3
    assert all("Løbenr. Adresse" in page for page in pages[1:])
    assert "200 Vej 200, 2800 Kgs. Lyngby" in pages[-1]


def test_no_line_ends_between_a_paragraph_and_its_number(own):
    content = word_document("Se §§ 5–9, § 15, stk. 2, nr. [x] og nr. 300 i alle stk. i planen.", own, FACTS)
    text = docx.Document(io.BytesIO(content)).paragraphs[-1].text
    assert text == "Se §§\xa05–\u20609, §\xa015, stk.\xa02, nr.\xa0[x] og nr.\xa0300 i alle stk. i planen."


def test_a_range_and_a_number_with_its_unit_stand_on_one_line_and_no_sign_of_it_is_seen(own, tmp_path):
    ranges = [f"**10{row}–12{row}** og x{'y' * (row % 17)} samt 1.500 m² for kr. 100" for row in range(120)]
    (tmp_path / "spaend.docx").write_bytes(word_document("; ".join(ranges), own, FACTS))
    text = pdf_lines(as_pdf(tmp_path / "spaend.docx", tmp_path))
    ends = [line.strip() for line in text if line.strip()]
    assert len(ends) > 60
    assert not [line for line in ends if line.endswith(("–", "1.500", "kr."))]
    assert not [line for line in ends if line.startswith("m²")]
    # Poppler gives the letters that are drawn: a box would stand between the dash and the number.
    drawn = " ".join(ends).replace("\u2060", "").replace("\xa0", " ")
    assert [row for row in range(120) if f"10{row}–12{row} og" not in drawn] == []


def test_a_line_that_begins_in_bold_stays_with_what_it_leads(own):
    text = f"**Svar 1** · Forening\n\nResumé af svaret.\n\n**Lang.** {'Ord ' * 40}\n\n1.1 **Nedrivning.** Kort."
    paragraphs = docx.Document(io.BytesIO(word_document(text, own, FACTS))).paragraphs
    kept = {one.text.split()[0]: one.paragraph_format.keep_with_next for one in paragraphs[-4:]}
    assert kept == {"Svar": True, "Resumé": None, "Lang.": None, "1.1": None}


def test_a_short_line_under_its_own_label_is_never_alone_at_the_head_of_a_page(own):
    text = f"En vurdering.\n\n*Konsekvens:* Ingen ændring.\n\nSlut.\n\n*Vurdering:* {'ord ' * 40}\n"
    paragraphs = docx.Document(io.BytesIO(word_document(text, own, FACTS))).paragraphs
    kept = {one.text.split()[0]: bool(one.paragraph_format.keep_with_next) for one in paragraphs[-4:]}
    assert kept == {"En": True, "Konsekvens:": False, "Slut.": False, "Vurdering:": False}


@pytest.mark.parametrize(("columns", "joint"), [(2, "\xa0"), (7, " ")])
def test_in_a_column_too_narrow_for_both_a_number_parts_from_what_it_is_tied_to(own, columns, joint):
    """Tied to it there, the number itself would be broken at the end of the line."""
    others = columns - 1
    text = "\n".join(
        "| " + " | ".join([first, *[other] * others]) + " |"
        for first, other in (("Sted", "Bestemmelserne"), ("---", "---"), ("Matr.nr. 7000a", "bestemmelserne " * 9))
    )
    (table,) = docx.Document(io.BytesIO(word_document(f"# A\n\n{text}\n", own, FACTS))).tables
    assert table.cell(1, 0).text == f"Matr.nr.{joint}7000a"


def test_what_leads_to_a_table_or_to_the_headings_below_its_own_stays_with_them(own):
    """Alone at the foot of a page, a heading and its line say what is not there."""
    table = "| Nr. | Adresse |\n| --: | --- |\n| 1 | Ågade 2 |"
    text = (
        f"## Bilag\n\nIndledning.\n\n### Gruppe\n\nGrundlag.\n\n#### Ejerlav\n\nRækker.\n\n{table}\n\n1.1 Nummer.\n\n"
    )
    text += f"{table}\n\nEfter.\n\nSidste.\n\n### Næste\n\nSlut."
    paragraphs = docx.Document(io.BytesIO(word_document(text, own, FACTS))).paragraphs
    kept = {one.text.split()[-1]: one.paragraph_format.keep_with_next for one in paragraphs if one.text.endswith(".")}
    told = ("Indledning.", "Grundlag.", "Rækker.", "Nummer.", "Efter.", "Sidste.", "Slut.")
    assert [kept[one] for one in told] == [True, True, True, True, None, None, None]


def test_what_keeps_a_range_together_is_small_and_in_a_font_that_has_it_so_that_word_shows_no_box(own):
    (paragraph,) = (
        one for one in docx.Document(io.BytesIO(word_document("Se s. 1–3.", own, FACTS))).paragraphs if "–" in one.text
    )
    texts = [run.text for run in paragraph.runs]
    assert texts == ["Se s. 1–", "\u2060", "3."]
    joiner = paragraph.runs[1]
    assert (joiner.font.name, joiner.font.size.pt) == ("Cambria Math", 1)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # Letters of each column; the widths that a text of 100 letters (10,500) gives them, with 220 at the sides.
        ([[1, 10, 10]], [4 * 105 + 220, 10 * 105 + 220, 10 * 105 + 220]),  # all fit: no wider than they hold
        ([[1, 30, 300]], "third is widest"),
    ],
)
def test_columns_are_as_wide_as_what_they_hold(rows, expected):
    table = Table(
        [spans("Nr."), spans("A"), spans("B")],
        [[spans(("ord " * 100)[:count].strip()) for count in row] for row in rows],
        [False] * 3,
    )
    found = column_widths(table, 10_500)
    if expected == "third is widest":
        assert sum(found) == 10_500
        assert found[0] < found[1] < found[2]
    else:
        assert found == expected


def test_one_long_text_among_many_takes_no_room_from_the_others():
    short = [[spans("kort tekst i fem ord"), spans("en hel del tekst, som fylder mere end det andet gør her")]] * 99
    odd = [[spans("lang " * 60), spans("kort")]]
    table = Table([spans("A"), spans("B")], [*short, *odd], [False, False])
    first, second = column_widths(table, 6_000)
    assert first < second


def test_a_town_of_buildings_takes_no_time(own):
    cells = "Vejnavn 12, 2800 Kgs. Lyngby | 12ab Virum By, Virum | 3 | værdi 1–3 | [ejerlav] | Lokalplan 91"
    text = "## Liste\n\n| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n" + f"| {cells} |\n" * 5_000
    began = process_time()
    content = word_document(text, own, FACTS)
    assert process_time() - began < 3
    assert parts_of(content)["word/document.xml"].count(b"<w:tr>") == 5_001


def test_no_letter_breaks_the_file(own):
    letters = "".join(map(chr, range(0x20, 0x2100))) + "\x00\x1b\ufffe\ud800😀漢"
    content = word_document(f"## Navne\n\n{letters}\n\n" + "langt " * 200_000 + "\n\n" + "x" * 100_000, own, FACTS)
    document = docx.Document(io.BytesIO(content))
    texts = [one.text for one in document.paragraphs]
    assert any("æøåÆØÅ" not in text and "ŁŠŽ" not in text and "😀漢" in text for text in texts)
    assert max(map(len, texts)) > 1_000_000


def test_in_a_template_without_styles_of_ours_the_text_is_laid_out_by_hand():
    template = read_template("lokalplan.docx", municipality_template())
    document = docx.Document(io.BytesIO(word_document(TEXT, template, FACTS)))
    by_text = {one.text.replace("\xa0", " "): one for one in document.paragraphs}
    assert by_text["§ 1 Formål"].style.style_id == "Overskrift1"
    stykke = by_text["1.1\tFormålet er vigtigt, ikke [skal aftales]."]
    assert stykke.style.style_id == "Brdtekst"
    assert stykke.paragraph_format.first_line_indent == -stykke.paragraph_format.left_indent < 0
    assert [run.text for run in stykke.runs if run.font.highlight_color] == ["[skal ", "aftales", "]"]
    assert by_text["•\tførste"].paragraph_format.left_indent < by_text["•\tunder"].paragraph_format.left_indent
    assert by_text["UDKAST. Læs [dette]."]._p.pPr.find(qn("w:pBdr")) is not None
    assert document.tables[0]._tbl.tblPr.find(qn("w:tblBorders")) is not None


def test_cancel_is_heard(own):
    def check():
        raise Cancelled

    with pytest.raises(Cancelled):
        word_document(TEXT, own, FACTS, check)


DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEElEQVR4nGP4z8AARwzIHAB5tQf5Bi6yWAAAAABJRU5ErkJggg=="
)
"""A PNG of 4 × 2 pixels."""
PICTURED = """# Forslag

## Ågade

![Kort over »Ågade« & <omegn>](kort-1.png)
Kortet viser forslaget.

<!-- skema -->
| Spørgsmål | Svar |
| --- | --- |
| Fortælling | |
| Sårbarhed | |
"""


def test_a_picture_is_as_wide_as_the_text_and_says_what_it_shows(own):
    written = word_document(PICTURED, own, FACTS, pictures={"kort-1.png": DOT})
    made = docx.Document(io.BytesIO(written))
    (shown,) = made.inline_shapes
    assert shown.width.twips == own.width
    assert shown.height.twips == own.width // 2
    assert shown._inline.docPr.get("descr") == "Kort over »Ågade« & <omegn>"
    (part,) = [one for one in made.part.package.iter_parts() if one.content_type == "image/png"]
    assert part.blob == DOT
    assert styled(made)[-2:] == [("Heading 1", "Ågade"), ("Body Text", "Kortet viser forslaget.")]


def test_a_table_to_be_filled_in_has_room(own):
    made = docx.Document(io.BytesIO(word_document(PICTURED, own, FACTS, pictures={"kort-1.png": DOT})))
    (table,) = made.tables
    widths = [one.width.twips for one in table.rows[1].cells]
    assert sum(widths) == own.width
    assert widths[1] >= 0.42 * own.width
    assert [row.height and row.height.twips for row in table.rows] == [None, 720, 720]


def test_a_picture_that_is_no_png_is_refused(own):
    with pytest.raises(ValueError, match="PNG"):
        word_document(PICTURED, own, FACTS, pictures={"kort-1.png": b"GIF89a"})
