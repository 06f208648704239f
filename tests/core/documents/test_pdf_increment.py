"""More written behind a PDF: what stood there stands, and other programs read the new."""

import pytest
from pdf_files import facts_of, file_of, pages_by_hand, said_by

from lyngby_heritage.core.documents.pdf_increment import Increment
from lyngby_heritage.core.documents.pdf_syntax import NotUnderstoodError, text


def retitled(content, title):
    file = Increment(content)
    file.put(1, {**file.read(1), "Title": text(title)})
    return file.whole()


def test_what_stood_there_stands_and_the_new_is_read(tmp_path):
    content = pages_by_hand()
    changed = retitled(content, "Ærø")
    assert changed.startswith(content)
    path = tmp_path / "a.pdf"
    path.write_bytes(changed)
    assert (facts_of(path)["Title"], facts_of(path)["Producer"]) == ("Ærø", "En (anden) Qt")
    assert said_by("pdftohtml", path, "-xml", "-i", "-stdout").count("Side ") == 2


def test_it_can_be_written_behind_again(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(retitled(retitled(pages_by_hand(), "Først"), "Så"))
    assert facts_of(path)["Title"] == "Så"
    assert facts_of(path)["Pages"] == "2"


def test_with_nothing_to_say_it_is_as_it_was():
    content = pages_by_hand()
    assert Increment(content).whole() == content


def test_the_pages_are_in_their_order_at_whatever_depth():
    objects = {
        1: b"<< /Title (x) >>",
        2: b"<< /Type /Catalog /Pages 3 0 R >>",
        3: b"<< /Type /Pages /Kids [7 0 R 4 0 R] /Count 3 >>",
        4: b"<< /Type /Pages /Kids [6 0 R 5 0 R] /Count 2 >>",
        5: b"<< /Type /Page >>",
        6: b"<< /Type /Page >>",
        7: b"<< /Type /Page >>",
    }
    assert Increment(file_of(objects, b"/Info 1 0 R /Root 2 0 R")).pages() == [7, 6, 5]


LOOP = {1: b"<< >>", 2: b"<< /Pages 3 0 R >>", 3: b"<< /Kids [3 0 R] >>"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a PDF at all",
        pages_by_hand()[:-30],  # cut off
        pages_by_hand().replace(b"xref\n0", b"15 0 obj <</Type/XRef>> stream"),  # as newer files are written
        pages_by_hand(trailer=b"/Info 1 0 R\n/Root 2 0 R\n/Encrypt 4 0 R"),
        pages_by_hand(trailer=b"/Info 1 0 R\n/Root 2 0 R\n/XRefStm 4"),
        pages_by_hand(trailer=b"/Info 1 0 R"),
        b"%" + pages_by_hand(),  # every place in the table is one wrong
        file_of(LOOP, b"/Info 1 0 R /Root 2 0 R"),
    ],
)
def test_another_way_of_writing_is_not_understood(content):
    with pytest.raises(NotUnderstoodError):
        Increment(content).pages()
