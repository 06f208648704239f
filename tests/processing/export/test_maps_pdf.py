"""The maps as one PDF: with bookmarks, in their place on the ground, told in words; as drawn where Qt is not known."""

import re

import pytest
from builders import square
from conftest import write_layer
from osgeo import gdal
from pdf_files import bookmarks_of, facts_of, said_by
from qgis.core import QgsLayoutItemLabel, QgsPrintLayout, QgsProject

from lyngby_heritage.core.designation.chosen_values import designation_texts
from lyngby_heritage.core.documents.pdf_finish import Told
from lyngby_heritage.core.documents.pdf_increment import Increment
from lyngby_heritage.core.documents.pdf_syntax import NotUnderstoodError
from lyngby_heritage.processing.export import maps_pdf

EAST, NORTH = 720000, 6187000
FIELDS = ("bygning_id:text", "adresse:text", "save_vaerdi:int", "udpeget:int", "udpegning:text", "begrundelse:text")
SHEET = 4
"""The page of the first map sheet, after the map of the whole, the overview of the sheets and the index."""


@pytest.fixture(scope="module")
def folder(process, tmp_path_factory):
    """A package of a house and a mill 300 m from it, with a profile that names the municipality."""
    folder = tmp_path_factory.mktemp("kort")
    rows = [
        (square(EAST, NORTH, 20), "id-0", "Bredevej 10", 2, 1, "vaerdi_1_3", "Fordi."),
        (square(EAST + 300, NORTH + 100, 20), "id-1", "Møllevej 1", 6, 0, "ikke_udpeget", "Fordi."),
    ]
    profile = folder / "profil"
    profile.mkdir()
    (profile / "profile.json").write_text('{"navn": "Prøve", "version": "1", "kommunekode": "0159"}', encoding="utf-8")
    given = {
        "BUILDINGS": write_layer(folder / "lag.gpkg", "udpegning", rows, FIELDS),
        "TITLE": "Plan for Ærø & Å",
        "PROFILE": profile,
        "FOLDER": folder / "pakke",
    }
    done = process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *(f"{one}={given[one]}" for one in given))
    assert done.code == 0, done.log
    return folder / "pakke"


@pytest.mark.process
def test_the_maps_say_what_they_are_and_who_stands_behind_them(folder):
    facts = facts_of(folder / "kort.pdf")
    assert facts["Title"] == "Plan for Ærø & Å"
    assert facts["Author"] == "Gladsaxe Kommune"
    assert facts["Subject"].startswith("Kortbilag og kortblade. Udkast.")
    assert facts["Tagged"] == "yes"
    assert facts_of(folder / "sammenfatning.pdf")["Subject"].startswith(
        "Sammenfatning til kommunalbestyrelsen. Udkast."
    )
    for name in ("kort.pdf", "sammenfatning.pdf"):
        file = Increment((folder / name).read_bytes())
        assert file.read(file.root)["Lang"] == b"(da-DK)"


@pytest.mark.process
def test_each_map_and_each_sheet_has_a_bookmark_by_its_name(folder):
    found = bookmarks_of(folder / "kort.pdf")
    assert found[:4] == [
        (1, 1, "Kortbilag 1: Lokalplanens område og udpegede bygninger"),
        (1, 2, "Kortbilag 2: Oversigt over kortbladene"),
        (1, 3, "Vejregister"),
        (1, SHEET, "Kortblade"),
    ]
    assert found[4][:2] == (2, SHEET)
    assert found[4][2].startswith("1 ")
    assert [name for _, _, name in bookmarks_of(folder / "sammenfatning.pdf")] == ["Sammenfatning 1", "Sammenfatning 2"]


@pytest.mark.process
@pytest.mark.parametrize("page", [1, SHEET])
def test_a_map_lies_where_its_houses_stand(folder, page):
    """GDAL says from the file alone where each of its pixels is: the right and the lower wall are where they stand."""
    opened = gdal.OpenEx(f"PDF:{page}:{folder / 'kort.pdf'}", open_options=["DPI=150"])
    assert opened.GetSpatialRef().GetAuthorityCode(None) == "25832"
    (described,) = [one for one in designation_texts()["classes"] if one["code"] == "vaerdi_1_3"]
    colour = tuple(bytes.fromhex(described["fill"].lstrip("#")))
    west, wide, _, north, _, tall = opened.GetGeoTransform()
    rows, columns = (opened.ReadAsArray().transpose(1, 2, 0)[:, :, :3] == colour).all(axis=2).nonzero()
    x, y = west + wide * (columns + 0.5) - EAST, north + tall * (rows + 0.5) - NORTH
    near = (abs(x - 10) < 30) & (abs(y - 10) < 30)  # the legend has a patch of the same colour
    assert near.sum() > 100
    # The colour ends at the inner side of the walls' line of 0.25 mm: an eighth of a millimetre, at 150 dots an inch.
    inside = 0.125 / 25.4 * 150 * wide
    assert x[near].max() == pytest.approx(20 - inside, abs=2 * wide)
    assert y[near].min() == pytest.approx(inside, abs=2 * wide)


@pytest.mark.process
def test_a_map_is_told_in_the_words_that_stand_beside_it(folder):
    structure = said_by("pdfinfo", folder / "kort.pdf", "-struct")
    assert structure.count("Figure") == int(facts_of(folder / "kort.pdf")["Pages"])
    content = (folder / "kort.pdf").read_bytes()
    alternates = re.findall(rb"/Alt \((.+?[^\\])\) ", content)
    descriptions = [one.decode("latin-1").replace("\x85", "–").replace("\\", "") for one in alternates]
    begins = "Kort. Plan for Ærø & Å. Kortbilag 1 · Lokalplanens område og udpegede bygninger."
    assert descriptions[0].startswith(begins)
    assert "1:1.500 (A3)." in descriptions[0]
    assert "Foreslås: SAVE-værdi 1–3, Foreslås ikke" in descriptions[0]
    assert "Kortblad 1 af " in descriptions[SHEET - 1]
    assert " N. " not in descriptions[SHEET - 1]  # the north arrow's letter


def a_page():
    project = QgsProject()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName("Et ark")
    label = QgsLayoutItemLabel(layout)
    label.setText("Ord")
    layout.addLayoutItem(label)
    return project, layout


def test_where_qt_writes_in_another_way_the_pages_stay_as_drawn_and_it_is_said(qgis_app, tmp_path, monkeypatch):
    drawn = []

    def unknown(content, told, pages):
        drawn.append(content)
        raise NotUnderstoodError("no cross-reference table")

    monkeypatch.setattr(maps_pdf, "finished", unknown)
    _project, layout = a_page()
    (note,) = maps_pdf.write_pdf(tmp_path / "a.pdf", Told("Plan"), [layout], False, 1, lambda: None)
    assert (tmp_path / "a.pdf").read_bytes() == drawn[0]
    assert note.warning
    assert "a.pdf" in note.values["file"]
    assert facts_of(tmp_path / "a.pdf")["Pages"] == "1"


def test_a_layout_without_a_map_has_no_place_on_the_ground(qgis_app, tmp_path):
    _project, layout = a_page()
    assert maps_pdf.write_pdf(tmp_path / "a.pdf", Told("Plan"), [layout], True, 1, lambda: None) == []
    assert bookmarks_of(tmp_path / "a.pdf") == [(1, 1, "Et ark")]
    assert b"/VP" not in (tmp_path / "a.pdf").read_bytes()
    assert b"(Kort. Ord.)" in (tmp_path / "a.pdf").read_bytes()
