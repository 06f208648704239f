"""Which file is the photo of which building, and what the site's copies are called."""

import doctest
import re

import pytest

from lyngby_heritage.core.plan import photos
from lyngby_heritage.core.plan.photos import PhotoFiles, photo_entry, photo_notes, photos_of, stem_of

GUID = "0A3F50B2-6F0C-32B8-E044-0003BA298018"


def test_the_examples_of_the_module():
    outcome = doctest.testmod(photos)
    assert outcome.attempted
    assert not outcome.failed


@pytest.mark.parametrize(
    ("id_", "file"),
    [
        (GUID, f"{GUID}.jpg"),
        (GUID, f"{GUID.lower()}.JPG"),
        (GUID, f"{{{GUID}}}.jpeg"),
        (GUID, f"{GUID.replace('-', '')}.PNG"),
        ("Å/1", "å_1.jpg"),
        ("A\u030a1", "Å1.jpg"),
        ("173-12 3", "173-12 3.jpeg"),
        ("A.b", "a.b.jpg"),
    ],
)
def test_a_photo_is_named_by_its_building(id_, file):
    assert photos_of([file], ["x", id_], frozenset()).of == {1: file}


def test_what_is_no_photo_of_a_building_is_sorted_out():
    found = photos_of(
        ["b.jpg", "a.png", "A.jpg", "hemmelig.jpg", "c_1.jpg", "ukendt.jpg", "a.txt", "._a.jpg", "Thumbs.db"],
        ["a", "b", "c/1", "c:1"],
        frozenset({"hemmelig"}),
    )
    assert found.of == {0: "A.jpg", 1: "b.jpg"}
    assert (found.unknown, found.withheld) == (["ukendt.jpg"], ["hemmelig.jpg"])
    assert (found.more, found.several) == (["a.png"], ["c_1.jpg"])
    notes = [(one.values["count"], one.warning) for one in photo_notes(found, ["b.jpg"], "fotos")]
    assert notes == [(1, False), (1, True), (1, True), (1, True), (1, True), (1, True)]


def test_the_copies_have_names_that_every_server_takes_and_no_two_the_same():
    ids = ["a", "A", "å", "Å", "<b>&\"'", "../../etc/passwd", "a" * 300, "", "a b", "a-b", "a_b"]
    stems = [stem_of(one) for one in ids]
    assert all(re.fullmatch(r"[a-z0-9-]{1,80}", one) for one in stems)
    assert len(set(stems)) == len(ids)


def test_the_table_of_what_there_was_says_what_became_of_a_folder_of_photos():
    files = PhotoFiles({0: "a.jpg", 3: "b.jpg"}, withheld=["c.jpg"], unknown=["d.jpg", "e.jpg"])
    line = photo_entry(files, [], "fotos", credited=False)
    assert (line.file, line.role, line.used, line.rows) == ("fotos (5 filer)", "fotos", True, None)
    assert line.doubtful, "the page shows why"
    assert line.why == (
        "2 er vist på hjemmesiden; 1 er udeladt, fordi registret ikke offentliggør bygningen; "
        "2 er udeladt, fordi filerne ikke har navn efter en bygnings id; fotograf og licens er ikke angivet."
    )
    assert photo_entry(PhotoFiles({0: "a.jpg"}), [], "f", credited=True).why == "1 er vist på hjemmesiden."


def test_a_folder_of_which_no_photo_is_shown_is_not_used():
    line = photo_entry(PhotoFiles({0: "a.jpg"}), ["a.jpg"], "fotos", credited=False)
    assert (line.file, line.used) == ("fotos (1 fil)", False)
    assert line.why == "Ingen er vist på hjemmesiden; 1 er udeladt, fordi filen ikke kan læses."
    assert photo_entry(PhotoFiles({}), [], "fotos", credited=False) is None
