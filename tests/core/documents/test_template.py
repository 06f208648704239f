"""A template: the plugin's own, a municipality's with all that is in it, and the files that are refused."""

import io

import docx
import pytest
from office import as_pdf, converted, page_texts
from profiles import profile_in
from project_tools import ROOT, tool
from word_files import (
    BOOKMARK,
    BOX,
    NAMESPACES,
    PIXEL,
    SPLIT,
    STYLES,
    W,
    municipality_template,
    parts_of,
    zipped,
)

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import read_profile
from lyngby_heritage.core.common.profile_writing import write_profile
from lyngby_heritage.core.documents import document_template, word_document
from lyngby_heritage.core.documents.template import read_template, refuse_unfit_template

FACTS = {
    "titel": "Ærø & <Å>",
    "plannummer": "12",
    "dokument": "Redegørelse",
    "tilstand": "Udkast",
    "dato": "1. maj 2027",
}
FACTS["tilstand_tekst"] = "Planen er et udkast."
PLUGINS = ROOT / "lyngby_heritage" / "data" / "templates" / "lokalplan.docx"
TEXT = "# Ikke her\n\n## § 1 Formål\n\n1.1 Teksten.\n"


def document_of(template, text=TEXT):
    return parts_of(word_document(text, read_template("lokalplan.docx", template), FACTS))


def test_the_plugin_s_template_is_what_its_tool_makes():
    made = tool("make_template")
    assert parts_of(PLUGINS.read_bytes()) == parts_of(made.packed(made.parts()))


def test_the_plugin_s_template_of_a_letter_is_what_its_tool_makes_and_can_be_used():
    letter = PLUGINS.with_name("hoeringsbrev.docx")
    made = tool("make_letter_template")
    assert parts_of(letter.read_bytes()) == parts_of(made.template())
    assert document_template("hoeringsbrev").asked_for == {"kommune", "dokument"}


def test_a_municipality_s_own_file_is_kept_but_for_the_text():
    before = parts_of(municipality_template())
    after = document_of(municipality_template())
    kept = ("word/styles.xml", "word/media/logo.png", "word/_rels/document.xml.rels", "word/_rels/header1.xml.rels")
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert after["word/media/logo.png"] == PIXEL
    # What is before and after the bookmark's paragraph is the same to the byte, namespaces too.
    begin, end = before["word/document.xml"].split(BOOKMARK.encode())
    made = after["word/document.xml"]
    assert made.startswith(begin[: begin.index(b"<w:body>")])
    assert NAMESPACES.encode() in made
    assert made.endswith(end)
    assert b"Teksten kommer her" not in made
    assert made.index(b"Ved siden af: 1. maj 2027") < made.index("§\xa01 Formål".encode()) < made.index(b"<w:sectPr>")


def test_facts_are_filled_in_where_word_has_split_their_names():
    after = document_of(municipality_template())
    texts = [one.text for one in docx.Document(io.BytesIO(zipped(after))).paragraphs]
    assert texts[0] == "Plan: Ærø & <Å> & mere"
    assert "I en boks: Udkast" in after["word/document.xml"].decode()
    assert "Planen er et udkast." in after["word/header1.xml"].decode()
    assert "Redegørelse 12, side " in docx.Document(io.BytesIO(zipped(after))).sections[0].footer.paragraphs[0].text


def test_the_municipality_s_pages(tmp_path):
    (tmp_path / "egen.docx").write_bytes(zipped(document_of(municipality_template())))
    (page,) = page_texts(as_pdf(tmp_path / "egen.docx", tmp_path))
    assert page.startswith("Bøgehegn Kommune: Planen er et udkast.")
    assert "Plan: Ærø & <Å> & mere" in page
    assert "§ 1 Formål 1.1 Teksten." in page
    assert page.endswith("Redegørelse 12, side 1")


def test_the_title_of_the_text_stands_where_the_template_has_none():
    assert "Ikke her" not in document_of(municipality_template())["word/document.xml"].decode()
    document = docx.Document(io.BytesIO(zipped(document_of(municipality_template(body=(BOOKMARK,))))))
    first = document.paragraphs[0]
    assert (first.style.style_id, first.text) == ("Titel", "Ikke her")


AROUND = (
    '<w:p><w:bookmarkStart w:id="3" w:name="Indhold"/><w:r><w:t>første</w:t></w:r></w:p>'
    '<w:p><w:r><w:t>andet</w:t></w:r><w:bookmarkEnd w:id="3"/></w:p>'
)
BETWEEN = '<w:bookmarkStart w:id="3" w:name="indhold"/><w:p><w:r><w:t>første</w:t></w:r></w:p><w:bookmarkEnd w:id="3"/>'
ENDS_SECTION = (
    '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr>'
    '<w:bookmarkStart w:id="3" w:name="indhold"/><w:r><w:t>første</w:t></w:r><w:bookmarkEnd w:id="3"/></w:p>'
    "<w:p><w:r><w:t>andet</w:t></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (AROUND, ["§\xa01 Formål", "1.1\tTeksten.", "andet"]),
        (BETWEEN, ["§\xa01 Formål", "1.1\tTeksten."]),
        (ENDS_SECTION, ["§\xa01 Formål", "1.1\tTeksten.", "", "andet"]),
    ],
)
def test_the_bookmark_may_stand_as_word_puts_it(body, expected):
    after = document_of(municipality_template(body=(body,)), "## § 1 Formål\n\n1.1 Teksten.\n")
    assert [one.text for one in docx.Document(io.BytesIO(zipped(after))).paragraphs] == expected
    text = after["word/document.xml"].decode()
    assert 'w:name="indhold"' not in text.lower()
    assert text.count("<w:bookmarkStart") == text.count("<w:bookmarkEnd") == 1


@pytest.mark.parametrize(
    "styles",
    [
        {"1": ("paragraph", "Heading 1"), "2": ("paragraph", "heading 2"), "3": ("paragraph", "HEADING 3")},
        {"heading1": ("paragraph", "x"), "Heading 1": ("paragraph", "y"), "b": ("paragraph", "heading 2")}
        | {"c": ("paragraph", "heading 3")},
    ],
)
def test_a_style_is_found_by_its_name_and_else_by_its_id(styles):
    found = read_template("a.docx", municipality_template(styles=styles)).styles
    assert set(found) == {"heading_1", "heading_2", "heading_3"}
    assert set(found.values()) <= set(styles)


def test_a_style_s_name_counts_before_what_others_have_for_an_id():
    styles = {"heading 2": ("paragraph", "heading 1"), "heading 1": ("paragraph", "heading 2")}
    found = read_template("a.docx", municipality_template(styles={**styles, "c": ("paragraph", "heading 3")})).styles
    assert (found["heading_1"], found["heading_2"]) == ("heading 2", "heading 1")


def test_a_template_file_becomes_a_document():
    after = document_of(municipality_template(kind="template"))
    assert b"document.main+xml" in after["[Content_Types].xml"]
    assert b"template.main" not in after["[Content_Types].xml"]


def test_a_template_that_libreoffice_has_saved_is_one(tmp_path):
    """Another program writes the same file in its own way: other ids of styles, other parts, other runs."""
    (tmp_path / "skabelon.docx").write_bytes(PLUGINS.read_bytes())
    (tmp_path / "igen").mkdir()
    saved = converted(converted(tmp_path / "skabelon.docx", tmp_path, "odt"), tmp_path / "igen", "docx")
    after = document_of(saved.read_bytes())
    (tmp_path / "plan.docx").write_bytes(zipped(after))
    first, *_ = page_texts(as_pdf(tmp_path / "plan.docx", tmp_path))
    assert "Ærø & <Å> Redegørelse Planen er et udkast." in first
    assert "§ 1 Formål 1.1 Teksten." in first
    assert first.endswith("Udkast · udskrevet 1. maj 2027 Side 1 af 1")
    assert [one.style.name for one in docx.Document(io.BytesIO(zipped(after))).paragraphs][-1] == "Lokalplan stykke"


def test_a_part_in_another_encoding_is_read():
    text = parts_of(municipality_template())["word/document.xml"].decode().replace("UTF-8", "UTF-16")
    after = document_of(municipality_template(word__document_xml=text.encode("utf-16")))
    assert "Ærø &amp; &lt;Å&gt;" in after["word/document.xml"].decode("utf-8")


IN_TABLE = f"<w:tbl><w:tr><w:tc>{BOOKMARK}</w:tc></w:tr></w:tbl><w:p/>"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
KINDS = parts_of(municipality_template())["[Content_Types].xml"].decode()


OPEN_DOCUMENT = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})
WORKBOOK = zipped(
    {
        "[Content_Types].xml": f'<Types><Override PartName="/a" ContentType="{SHEET}"/></Types>',
        "_rels/.rels": '<R><S Type="x/officeDocument" Target="a"/></R>',
        "a": "",
    }
)
MACROS = KINDS.replace("wordprocessingml.document", "ms-word.document.macroEnabled")
MACRO_FILE = zipped({**parts_of(municipality_template()), "[Content_Types].xml": MACROS})
IN_BOX = BOX.replace("{{ tilstand }}</w:t></w:r>", 'x</w:t></w:r><w:bookmarkStart w:id="1" w:name="indhold"/>')
STRICT = zipped(
    {
        name: part.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships/",
        )
        for name, part in parts_of(municipality_template()).items()
    }
)
NO_SECOND = {key: STYLES[key] for key in ("Titel", "Overskrift1", "Overskrift3")}
OWN_ENTITY = f'<!DOCTYPE a [<!ENTITY b "c">]><w:hdr xmlns:w="{W}">&b;</w:hdr>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no Word document"),
        (b"{\\rtf1 hej}", "no Word document"),
        (municipality_template()[:900], "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "an old Word file (.doc) or has a password"),
        (OPEN_DOCUMENT, "another kind than Word's"),
        (WORKBOOK, "another kind than Word's"),
        (MACRO_FILE, "holds macros"),
        (STRICT, "saved as Strict Open XML"),
        (municipality_template(body=(SPLIT,)), "no bookmark 'indhold'"),
        (municipality_template(body=(IN_TABLE,)), "no bookmark 'indhold'"),
        (municipality_template(body=(IN_BOX,)), "no bookmark 'indhold'"),
        (municipality_template(styles=NO_SECOND), "lacks the style Overskrift 2 (heading 2). Word leaves out"),
        (municipality_template(styles={}), "lacks the styles Overskrift 1 (heading 1), Overskrift 2 (heading 2)"),
        (municipality_template(body=(BOOKMARK, SPLIT.replace("ti", "over"))), "asks for overtel in double braces"),
        (municipality_template(word__document_xml="<w:document"), "part word/document.xml cannot be read"),
        (municipality_template(word__header1_xml=OWN_ENTITY), "part word/header1.xml cannot be read (DOCTYPE)"),
    ],
)
def test_what_is_no_template_is_refused_by_its_name(content, said):
    with pytest.raises(HeritageError) as refused:
        read_template("templates/lokalplan.docx", content)
    assert said in str(refused.value)
    assert "templates/lokalplan.docx" in str(refused.value)


def test_a_file_that_fills_the_memory_is_not_unpacked():
    with pytest.raises(HeritageError, match="larger than a template can be"):
        read_template("a.docx", zipped({**parts_of(municipality_template()), "word/a.bin": b"\0" * 50_000_001}))


@pytest.mark.parametrize("name", ["templates/lokalplan.docx", "templates/lokalplan.dotx"])
def test_the_profile_s_template_comes_before_the_plugin_s(tmp_path, name):
    profile = read_profile(profile_in(tmp_path / "vores", {name: municipality_template()}))
    assert profile.templates == (name,)
    refuse_unfit_template(profile)
    with in_force(profile):
        assert document_template().styles["heading_1"] == "Overskrift1"
    assert document_template().styles["heading_1"] == "Heading1"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (["lokalplan.doc"], "templates/lokalplan.doc is no template that a document can be made from"),
        (["lokalplan.docm"], "save it there as a Word document without macros: templates/lokalplan.docx"),
        (["lokalplan.odt", "lokalplan.docx"], "templates/lokalplan.odt is no template"),
        (["lokalplan.docx", "lokalplan.dotx"], "are both there"),
        (["brev.docx"], "nothing reads templates/brev.docx"),
    ],
)
def test_a_profile_s_file_that_nothing_can_read_is_refused(tmp_path, files, said):
    folder = profile_in(tmp_path / "vores", {f"templates/{one}": municipality_template() for one in files})
    with pytest.raises(HeritageError, match=said.replace("(", r"\(")):
        read_profile(folder)


def test_a_profile_without_a_bookmark_is_refused_before_anything_is_done(tmp_path):
    folder = profile_in(tmp_path / "vores", {"templates/lokalplan.docx": municipality_template(body=(SPLIT,))})
    with pytest.raises(HeritageError, match=r"templates/lokalplan\.docx has no bookmark"):
        refuse_unfit_template(read_profile(folder))


def test_a_profile_with_everything_gets_the_template_to_change(tmp_path):
    profile = write_profile(tmp_path / "ny", "Vores", "190", everything=True)
    assert "templates/lokalplan.docx" in profile.templates
    refuse_unfit_template(profile)
