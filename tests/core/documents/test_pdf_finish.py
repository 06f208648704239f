"""What is added to a PDF, as poppler reads it: bookmarks, language, titles, the pictures' descriptions."""

import pytest
from pdf_files import bookmarks_of, facts_of, pages_by_hand, said_by

from lyngby_heritage.core.documents.pdf_finish import MapFrame, Page, Told, finished
from lyngby_heritage.core.documents.pdf_increment import Increment
from lyngby_heritage.core.documents.pdf_syntax import NotUnderstoodError

TOLD = Told("Plan for Ærø & Å", "Ærø Kommune", "Kort. Udkast.", "SAVE, kort", "da-DK")
CORNERS = [(55.0, 12.0), (56.0, 12.0), (56.0, 13.0), (55.0, 13.0)]
FRAME = MapFrame(10, 25, 190, 202, CORNERS, 25832, 'PROJCS["x"]')


def written(tmp_path, *pages, **more):
    path = tmp_path / "kort.pdf"
    path.write_bytes(finished(pages_by_hand(len(pages), **more), TOLD, pages))
    return path


def test_the_document_says_what_it_is(tmp_path):
    facts = facts_of(written(tmp_path, Page("Kortbilag 1")))
    assert {name: facts[name] for name in ("Title", "Author", "Subject", "Keywords", "PDF version")} == {
        "Title": "Plan for Ærø & Å",
        "Author": "Ærø Kommune",
        "Subject": "Kort. Udkast.",
        "Keywords": "SAVE, kort",
        "PDF version": "1.7",
    }
    assert (facts["Producer"], facts["Pages"], facts["Tagged"]) == ("En (anden) Qt", "1", "no")
    assert "26 10:06:56 2026" in facts["CreationDate"]


def test_the_language_and_the_title_stand_where_readers_look(tmp_path):
    file = Increment(written(tmp_path, Page("x")).read_bytes())
    catalog = file.read(file.root)
    assert catalog["Lang"] == b"(da-DK)"
    assert catalog["ViewerPreferences"] == b"<< /DisplayDocTitle true >>"
    xmp = said_by("pdfinfo", tmp_path / "kort.pdf", "-meta")
    assert '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Plan for Ærø &amp; Å</rdf:li></rdf:Alt></dc:title>' in xmp
    assert "<dc:language><rdf:Bag><rdf:li>da-DK</rdf:li></rdf:Bag></dc:language>" in xmp


def test_what_nobody_said_is_not_there(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(finished(pages_by_hand(1), Told("Plan"), [Page("x")]))
    facts = facts_of(path)
    assert facts["Title"] == "Plan"
    assert not {"Author", "Subject", "Keywords"} & set(facts)
    assert "dc:creator" not in said_by("pdfinfo", path, "-meta")


def test_each_page_has_a_bookmark_and_those_of_a_group_stand_under_it(tmp_path):
    pages = [Page("Kortbilag 1: Ågade (A)"), Page("1 Gaden", "Kortblade"), Page("2 Åen", "Kortblade"), Page("Sidst")]
    assert bookmarks_of(written(tmp_path, *pages)) == [
        (1, 1, "Kortbilag 1: Ågade (A)"),
        (1, 2, "Kortblade"),
        (2, 2, "1 Gaden"),
        (2, 3, "2 Åen"),
        (1, 4, "Sidst"),
    ]


def test_a_map_is_a_figure_with_its_words_and_its_text_is_still_found(tmp_path):
    path = written(tmp_path, Page("x", told="Kort over Ågade."), Page("y"), Page("z", told="Kort."))
    assert facts_of(path)["Tagged"] == "yes"
    structure = said_by("pdfinfo", path, "-struct-text")
    assert structure.split()[:2] == ["Document", "Figure:"]
    assert structure.count("Figure") == 2
    assert [f'"Side {one}"' in structure.replace("\t", " ") for one in (1, 2, 3)] == [True, False, True]
    assert said_by("pdftohtml", path, "-xml", "-i", "-stdout").count("Side ") == 3
    assert b"/Alt (Kort over \xc5gade.)" in path.read_bytes()


def test_a_map_lies_where_it_lies_in_points_from_the_lower_left(tmp_path):
    """10 mm are 28.3465 points; 842 - 25 mm = 771.1339; 842 - 227 mm = 198.5354; 200 mm = 566.9291."""
    file = Increment(written(tmp_path, Page("Gaden", frame=FRAME)).read_bytes())
    (page,) = file.pages()
    viewport = file.read(page)["VP"].decode()
    assert "/BBox [28.3465 198.5354 566.9291 771.1339]" in viewport
    assert "/GPTS [55 12 56 12 56 13 55 13]" in viewport
    assert "/LPTS [0 0 0 1 1 1 1 0]" in viewport
    system = file.read(int(viewport.split("/GCS ")[1].split()[0]))
    assert (system["EPSG"], system["WKT"]) == (b"25832", b'(PROJCS["x"])')


def test_a_file_of_a_newer_writer_with_names_and_metadata_of_its_own(tmp_path):
    ended = b"/Info 1 0 R\n/Root 2 0 R\n/ID [ <31> <31> ]"
    path = written(tmp_path, Page("x"), catalog=b"/Names 4 0 R\n/Metadata 4 0 R", trailer=ended)
    assert facts_of(path)["Title"] == "Plan for Ærø & Å"
    file = Increment(path.read_bytes())
    assert file.read(file.root)["Names"] == b"4 0 R"
    assert file.read(file.root)["Metadata"] != b"4 0 R"
    assert file.trailer["ID"] == b"[ <31> <31> ]"


@pytest.mark.parametrize("missing", [b"/MediaBox", b"/Contents"])
def test_a_page_that_takes_its_size_or_its_drawing_from_elsewhere_is_not_understood(missing):
    with pytest.raises(NotUnderstoodError):
        finished(pages_by_hand(1).replace(missing, b"/" + b"x" * (len(missing) - 1)), TOLD, [Page("x", told="Kort.")])


def test_another_number_of_pages_than_are_told_of_is_not_understood():
    with pytest.raises(NotUnderstoodError, match="2 pages for 1"):
        finished(pages_by_hand(2), TOLD, [Page("x")])
