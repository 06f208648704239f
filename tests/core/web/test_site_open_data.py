"""The open data: what a program, a spreadsheet and a person read of the plan, and what they do not."""

import csv
import io
import json
import subprocess
from dataclasses import replace
from datetime import date

import pytest
from web_sites import a_site, large_site, square

from lyngby_heritage.core.plan.card_facts import Plot
from lyngby_heritage.core.plan.state import PlanState
from lyngby_heritage.core.web import settings, write_site
from lyngby_heritage.core.web.open_shapes import polygon_of


def chosen(monkeypatch, **changes):
    given = replace(settings.settings(), **changes)
    monkeypatch.setattr("lyngby_heritage.core.web.writing.settings", lambda: given)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "web"


def features(folder, name):
    return json.loads((folder / "aabne_data" / f"{name}.geojson").read_text(encoding="utf-8"))


def rows(folder, name):
    text = (folder / "aabne_data" / f"{name}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_the_designated_and_all_with_a_value(folder):
    write_site(folder, a_site())
    assert [one["properties"]["bygnings_id"] for one in features(folder, "udpegede_bygninger")["features"]] == ["aa-9"]
    of_value = [one["properties"]["bygnings_id"] for one in features(folder, "bygninger")["features"]]
    assert of_value == ["zz-1", "aa-9", "aa-10"]  # the garage and the one without an address have no value
    assert [row["bygnings_id"] for row in rows(folder, "bygninger")] == of_value


def test_a_building_is_its_outline_else_its_point_else_nowhere(folder):
    house = {"id": "a", "save": 2, "geometry": [square(12.5, 55.77)]}
    mark, nowhere = {"id": "b", "save": 2}, {"id": "c", "save": 2, "lon": None, "lat": None}
    write_site(folder, a_site([house, mark, nowhere]))
    shapes = {one["properties"]["bygnings_id"]: one["geometry"] for one in features(folder, "bygninger")["features"]}
    assert shapes["a"]["type"] == "Polygon"
    assert shapes["b"] == {"type": "Point", "coordinates": [12.5, 55.77]}
    assert shapes["c"] is None


RING = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
HOLE = [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]]
APART = [[5, 5], [6, 5], [6, 6], [5, 6], [5, 5]]


@pytest.mark.parametrize(
    ("rings", "expected"),
    [
        ([RING], {"type": "Polygon", "coordinates": [RING]}),
        ([RING[::-1]], {"type": "Polygon", "coordinates": [RING]}),
        ([RING[:-1]], {"type": "Polygon", "coordinates": [RING]}),
        ([RING, HOLE], {"type": "Polygon", "coordinates": [RING, HOLE[::-1]]}),
        ([HOLE, RING], {"type": "Polygon", "coordinates": [RING, HOLE[::-1]]}),
        ([RING, APART], {"type": "MultiPolygon", "coordinates": [[RING], [APART]]}),
        ([APART, RING, HOLE], {"type": "MultiPolygon", "coordinates": [[APART], [RING, HOLE[::-1]]]}),
        ([[[0, 0], [1, 1]]], None),
        ([], None),
        (None, None),
    ],
)
def test_rings_are_polygons_as_the_rfc_has_them(rings, expected):
    assert polygon_of(rings) == expected


def test_a_danish_spreadsheet_opens_the_csv(folder):
    row = {"id": "a", "save": 2, "ground": "vaerdi_1_3", "designated": True, "reason": 'Sagt: "to;\nlinjer"',
           "address": "=HYPERLINK(1)", "lon": 12.5, "lat": 55.77}  # fmt: skip
    write_site(folder, a_site([row]))
    raw = (folder / "aabne_data" / "bygninger.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfbygnings_id;nummer;adresse;")
    assert raw.count(b"\r\n") == 2
    [read] = rows(folder, "bygninger")
    assert (read["laengde"], read["bredde"], read["save_vaerdi"], read["udpeget"]) == ("12,5", "55,77", "2", "ja")
    assert read["begrundelse"] == 'Sagt: "to; linjer"'
    assert read["adresse"] == "'=HYPERLINK(1)"  # no formula


@pytest.mark.parametrize(
    ("state", "key", "answer"),
    [
        (PlanState(), "udkast", "Foreslås udpeget"),
        (PlanState(1), "forslag", "Foreslås udpeget"),
        (PlanState(2, adopted=date(2027, 3, 1)), "vedtaget", "Foreslås udpeget"),
        (PlanState(2, published=date(2027, 3, 8)), "gaeldende", "Udpeget"),
    ],
)
def test_every_row_says_how_far_the_plan_was(folder, state, key, answer):
    write_site(folder, a_site(state=state))
    [row] = rows(folder, "udpegede_bygninger")
    assert (row["planens_tilstand"], row["svar"], row["udpeget"]) == (key, answer, "ja")
    told = features(folder, "udpegede_bygninger")
    assert (told["planens_tilstand"], told["tilstand_i_ord"]) == (key, state.sentence)


def test_only_decided_environments_are_data(folder):
    area = {"rings": [square(12.5, 55.77, 0.01)], "count": 1}
    site = a_site(
        [{"id": "a", "save": 2, "ensemble": "E1"}, {"id": "b", "save": 2, "ensemble": "P"}],
        environments=[
            {"id": "E1", "name": "Ågade", "decided": True, "reason": "Besluttet.", **area},
            {"id": "P", "name": "Forslag til kulturmiljø 1", **area},
        ],
    )
    write_site(folder, site)
    [environment] = features(folder, "kulturmiljoeer")["features"]
    assert (environment["properties"]["navn"], environment["properties"]["antal_bygninger"]) == ("Ågade", 1)
    assert [row["kulturmiljoe"] for row in rows(folder, "bygninger")] == ["Ågade", ""]
    assert "Forslag til kulturmiljø 1" not in "".join(
        path.read_text(encoding="utf-8") for path in (folder / "aabne_data").iterdir()
    )


def test_what_no_page_shows_is_in_no_file(folder):
    """The property's number joins buildings on the page and is shown to nobody."""
    write_site(folder, a_site([{"id": "a", "save": 2, "property": "5150371"}, {"id": "b", "property": "5150371"}]))
    for path in (folder / "aabne_data").iterdir():
        assert "5150371" not in path.read_text(encoding="utf-8"), path.name


def test_plots_are_data_where_the_public_is_shown_them(folder, monkeypatch):
    plot = Plot(1, 31.5, 30, "", 2, 2, "", "", "", "overskredet", "")
    site = a_site([{"id": "a", "save": 2}])
    site.buildings["plots"] = [(plot,)]
    write_site(folder, site)
    assert not (folder / "aabne_data" / "grunde.csv").exists()
    chosen(monkeypatch, card=("begrundelse", "bebyggelse"))
    write_site(folder, site)
    assert rows(folder, "grunde") == [
        {"bygnings_id": "a", "adresse": "Vejen 1", "grund_nr": "1", "bebyggelsesprocent": "31,5",
         "tilladt_procent": "30", "etager": "2", "tilladt_etager": "2", "status": "overskredet",
         "planens_tilstand": "udkast"}
    ]  # fmt: skip


def test_without_a_licence_the_page_says_that_none_is_chosen(folder, monkeypatch):
    write_site(folder, a_site())
    page = (folder / "aabne_data" / "index.html").read_text(encoding="utf-8")
    assert "Ikke fastsat. Kommunen har ikke valgt en licens" in page
    assert json.loads((folder / "aabne_data/datapackage.json").read_text(encoding="utf-8"))["licenses"] == []
    assert features(folder, "bygninger")["licens"] == "ikke fastsat"
    url = "https://creativecommons.org/licenses/by/4.0/deed.da"
    chosen(monkeypatch, open_data=settings.OpenData(True, "CC BY 4.0", url, "Ærøby Kommune"))
    write_site(folder, a_site())
    page = (folder / "aabne_data" / "index.html").read_text(encoding="utf-8")
    assert f'<a href="{url}" rel="noreferrer">CC BY 4.0</a>' in page
    assert "Ærøby Kommune" in page


def test_the_description_names_every_field_that_the_files_have(folder):
    write_site(folder, a_site())
    package = json.loads((folder / "aabne_data/datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        names = [field["name"] for field in resource["schema"]["fields"]]
        path = folder / "aabne_data" / resource["path"]
        if resource["format"] == "csv":
            assert path.read_text(encoding="utf-8-sig").split("\n")[0].strip().split(";") == names
        else:
            told = json.loads(path.read_text(encoding="utf-8"))["features"]
            assert len(told) == resource["rows"]
            assert all(list(one["properties"]) == names for one in told)
        for language in ("index.html", "english.html"):
            page = (folder / "aabne_data" / language).read_text(encoding="utf-8")
            assert all(f"<code>{name}</code>" in page for name in names)


def test_a_municipality_may_have_none(folder, monkeypatch):
    write_site(folder, a_site())
    chosen(monkeypatch, open_data=settings.OpenData(False, "", "", ""))
    write_site(folder, a_site())
    assert list((folder / "aabne_data").iterdir()) == []
    for page in ("index.html", "english.html", "liste/index.html"):
        assert "aabne_data" not in (folder / page).read_text(encoding="utf-8")


def test_a_large_town_is_written_in_blocks_and_gdal_reads_it(folder):
    write_site(folder, large_site())
    told = subprocess.run(
        ["ogrinfo", "-so", "-al", str(folder / "aabne_data" / "bygninger.geojson")],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "Feature Count: 32000" in told  # every fifth has no value
    assert "Geometry: Polygon" in told
    assert "Extent: (12.39" in told
    assert "udpeget: Integer(Boolean)" in told


def test_the_page_of_open_data_promises_no_more_than_the_files_have(folder):
    write_site(folder, a_site())
    page = (folder / "aabne_data" / "index.html").read_text(encoding="utf-8")
    assert "med de vigtigste af de oplysninger, som siden viser" in page.split("<h2>")[0]
    assert "de samme oplysninger" not in page
