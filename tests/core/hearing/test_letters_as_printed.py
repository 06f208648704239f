"""A letter as LibreOffice prints it: no number is torn apart in the narrow columns of its list."""

from hearing_cases import building, heard, letter
from office import as_pdf, page_texts

from lyngby_heritage.core.documents import document_template, word_document

STREETS = ("", "Bygmester Frederik Christiansens Vej 112, st. tv.", "Egernskrænten 6")


def of_many(key):
    """A property of a letter on many: every third is a road without an address."""
    street = STREETS[key % 3]
    return heard(
        f"910652{key}",
        street,
        *((building(100 + key, street),) if street else ()),
        environments=("Villavejene ved banen",),
        parcels=f"700{key}a Rørkær By, Rørkær; 14d{key} Ellesø By, Rørkær",
    )


def test_no_line_of_the_list_of_properties_is_broken_within_a_number(tmp_path):
    facts = {"kommune": "", "dato": "", "tilstand": "", "plannummer": "", "titel": "Lokalplan 300", "dokument": "Brev"}
    made = word_document(letter(*map(of_many, range(6))), document_template("hoeringsbrev"), facts)
    (tmp_path / "brev.docx").write_bytes(made)
    pages = page_texts(as_pdf(tmp_path / "brev.docx", tmp_path))
    *_, listed = (page for page in pages if "Ejendommene og deres bygninger" in page)
    words = {one.strip(",;") for one in listed.split()}
    for key in range(6):
        assert {f"700{key}a", f"14d{key}", f"910652{key}"} <= words
    assert {"101", "102", "104", "105", "112"} <= words
