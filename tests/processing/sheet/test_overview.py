"""The list of the sheets: for Excel and for the next run."""

from lyngby_heritage.processing.sheet.overview import FILE, HEADINGS, Row, files_of, read_overview, write_overview

ROW = Row("101", "Ågade 1; Ågade 3", "1a Askholt By", "2", "1", "Overholdt", "2", "", "a.pdf", "a.html", "12", "ab")


def test_what_is_written_is_read_again(tmp_path):
    write_overview(tmp_path / FILE, [ROW])
    assert (tmp_path / FILE).read_bytes().startswith("\ufeffEjendom (BFE);Adresse".encode())
    assert read_overview(tmp_path) == [ROW]
    assert files_of([ROW]) == {"a.pdf": "12", "a.html": "ab"}


def test_a_text_that_excel_would_reckon_with_is_a_text(tmp_path):
    write_overview(tmp_path / FILE, [Row("101", "=1+1", *[""] * 10)])
    assert ";'=1+1;" in (tmp_path / FILE).read_text(encoding="utf-8-sig")


def test_another_list_of_that_name_is_none_of_ours(tmp_path):
    assert read_overview(tmp_path) == []
    for text in (b"", b"Navn;Adresse\nA;B\n", b"\xff\xfe\x00", ";".join(HEADINGS).encode() + b"\nkun et felt\n"):
        (tmp_path / FILE).write_bytes(text)
        assert read_overview(tmp_path) == []
