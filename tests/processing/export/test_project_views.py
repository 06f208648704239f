"""The project as a planner opens it: views of the map, bookmarks, forms, metadata, and nothing of who made it where."""

import getpass
import re
import socket
import zipfile
from pathlib import Path

import pytest
from builders import square
from conftest import write_layer
from qgis.core import Qgis, QgsLayerTreeModel, QgsProject

pytestmark = pytest.mark.process

NAME = "kulturhistorisk_lokalplan"
EAST, NORTH = 720000, 6187000
FIELDS = (
    *("bygning_id:text", "adresse:text", "ejendom_id:text", "anvendelse:int", "opfoerelsesaar:int"),
    *("save_vaerdi:int", "udpeget:int", "udpegning:text", "begrundelse:text", "fortaelling:text"),
)
AREAS = [
    ("fredning", "Åsen"),
    ("paragraf3", "Mosen"),
    ("geologi", "Dalen"),
    ("kommunens_eget", "Bakken"),
    (None, "Vangen"),
]


def at(x, y=0, side=10.0):
    return square(EAST + x, NORTH + y, side)


@pytest.fixture(scope="module")
def folder(process, tmp_path_factory):
    """A package of two houses with plots, changes, a decided environment, one refused, and a proposal."""
    folder = tmp_path_factory.mktemp("pakke")
    path = folder / "lag.gpkg"
    houses = [
        (at(0), "id-0", "Bredevej 10", "1", 120, 1937, 2, 1, "vaerdi_1_3", "Fordi.", "Kroen."),
        (at(20), "id-1", "Bredevej 9", "1", 120, 1937, 6, 0, "ikke_udpeget", "Fordi.", None),
    ]
    environments = [
        (at(-5, -5, 20), "Gaden ved kroen", "udpeg", "Fordi.", "2026-03-01", "Kroen og lindene", "Tagvinduer"),
        (at(500, 0, 20), "En anden gade", "udpeg_ikke", "Fordi.", "2026-03-01", None, None),
    ]
    decided = (
        "navn:text",
        "beslutning:text",
        "begrundelse:text",
        "dato:text",
        "baerende_vaerdier:text",
        "saarbarhed:text",
    )
    given = {
        "BUILDINGS": write_layer(path, "udpegning", houses, FIELDS),
        "PROPERTIES": write_layer(
            path,
            "ejendomme",
            [(at(-5, -5, 40), "1", "7a", "Bredeby", 30.0, "overholdt")],
            ("ejendom_id:text", "matrikelnumre:text", "ejerlav:text", "bebyggelsesprocent:real", "status:text"),
        ),
        "CHANGES": write_layer(
            path,
            "aendringer",
            [(at(0), "id-0", "ny", "ikke_udpeget", "vaerdi_1_3")],
            ("bygning_id:text", "aendring:text", "foer:text", "efter:text"),
        ),
        "ENVIRONMENTS": write_layer(path, "besluttet", environments, decided),
        "LANDSCAPE": write_layer(
            path,
            "landskab",
            [(at(x, 0, 40), theme, name) for x, (theme, name) in enumerate(AREAS)],
            ("tema:text", "navn:text"),
        ),
        "ENSEMBLES": write_layer(
            path, "forslag", [(at(60, 0, 30), 4, 1, 0)], ("ensemble_id:int", "antal_bygninger:int", "antal_udpeget:int")
        ),
        "FOLDER": folder / "pakke",
    }
    done = process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *(f"{one}={given[one]}" for one in given))
    assert done.code == 0, done.log
    return folder / "pakke"


@pytest.fixture(scope="module")
def project(qgis_app, folder):
    project = QgsProject()
    assert project.read(str(folder / f"{NAME}.qgz"))
    yield project
    project.clear()


def layer(project, name):
    (found,) = project.mapLayersByName(name)
    return found


def shown_in(project, theme):
    return sorted(one.name() for one in project.mapThemeCollection().mapThemeVisibleLayers(theme))


def test_each_subject_that_has_layers_has_a_view_of_the_map(project):
    assert sorted(project.mapThemeCollection().mapThemes()) == [
        "Bebyggelsesprocent og etager",
        "Kortbladenes inddeling",
        "Kulturmiljøer og forslag",
        "Landskab",
        "Udpegning",
        "Ændringer i udpegningen",
    ]
    assert shown_in(project, "Udpegning") == [
        "Bygninger",
        "Ejendomsskel",
        "Kulturmiljøer",
        "Lokalplanens område",
        "Stednavne",
        "Vejnavne",
    ]
    assert shown_in(project, "Kulturmiljøer og forslag") == ["Bygninger", "Kulturmiljøer", "Kulturmiljøer (forslag)"]
    assert shown_in(project, "Bebyggelsesprocent og etager") == ["Alle bygninger", "Bebyggelsesprocent og etager"]


def checked(root):
    return sorted(one.name() for one in root.checkedLayers() if one.isSpatial())


def test_a_view_can_be_taken_and_left_again(project):
    root = project.layerTreeRoot()
    model = QgsLayerTreeModel(root)
    project.mapThemeCollection().applyTheme("Bebyggelsesprocent og etager", root, model)
    assert checked(root) == ["Alle bygninger", "Bebyggelsesprocent og etager"]
    project.mapThemeCollection().applyTheme("Udpegning", root, model)
    assert checked(root) == shown_in(project, "Udpegning")


def test_the_whole_each_decided_environment_and_each_sheet_has_a_bookmark(project):
    marks = project.bookmarkManager().bookmarks()
    said = [(one.group(), one.name()) for one in marks]
    assert said[:2] == [("Planen", "Hele det undersøgte område"), ("Kulturmiljøer", "Gaden ved kroen")]
    assert said[2][0] == "Kortblade"
    assert said[2][1].startswith("1 Gaden ved kroen")
    assert not any("En anden gade" in name for _, name in said)
    place = marks[1].extent()
    assert [place.xMinimum(), place.yMinimum(), place.xMaximum(), place.yMaximum()] == [
        EAST - 5,
        NORTH - 5,
        EAST + 15,
        NORTH + 15,
    ]
    assert place.crs().authid() == "EPSG:25832"


def test_the_project_says_what_it_is_in_danish(project):
    metadata = project.metadata()
    assert metadata.title() == project.title()
    assert metadata.language() == "da"
    assert "Planen er ikke behandlet politisk og binder ingen." in metadata.abstract()
    assert "Opdigtet" not in metadata.abstract()
    assert metadata.keywords()["emneord"][0] == "kulturhistorisk lokalplan"
    assert (metadata.author(), metadata.contacts()) == ("", [])  # nobody said who
    assert metadata.dateTime(Qgis.MetadataDateType.Created).isValid()
    assert not metadata.dateTime(Qgis.MetadataDateType.Published).isValid()


def tabs(layer):
    return [one.name() for one in layer.editFormConfig().tabs()]


def fields_in(layer, title):
    (tab,) = [one for one in layer.editFormConfig().tabs() if one.name() == title]
    return [one.name() for one in tab.findElements(Qgis.AttributeEditorType.Field)]


def test_the_forms_are_grouped_and_hold_every_field(project):
    environments = layer(project, "Kulturmiljøer")
    assert tabs(environments) == ["Kulturmiljøet", "Beslutningen"]
    assert fields_in(environments, "Beslutningen") == ["beslutning", "begrundelse", "dato"]
    buildings = layer(project, "Bygninger")
    assert tabs(buildings) == ["Oplysninger", "Registrene", "Øvrige felter", "Ændring i udpegningen"]
    assert fields_in(buildings, "Øvrige felter") == ["loebenr"]
    for one in (environments, buildings, layer(project, "Kortblade")):
        listed = {name for title in tabs(one) for name in fields_in(one, title)}
        assert {name for name in one.fields().names() if name != "fid"} <= listed


def test_codes_are_shown_in_words_and_fields_by_their_danish_names(project):
    setup = layer(project, "Kulturmiljøer").editorWidgetSetup(
        layer(project, "Kulturmiljøer").fields().lookupField("beslutning")
    )
    assert (setup.type(), setup.config()["map"]) == ("ValueMap", [{"Udpeg": "udpeg"}, {"Udpeg ikke": "udpeg_ikke"}])
    run = layer(project, "Kørsel: hvad pakken er lavet af")
    assert run.attributeDisplayName(run.fields().lookupField("vaerdi")) == "Værdi"


def test_what_a_tool_made_is_for_reading_only_and_what_people_wrote_is_not(project):
    def locked(name, field):
        found = layer(project, name)
        return found.editFormConfig().readOnly(found.fields().lookupField(field))

    assert locked("Bygninger", "udpegning")
    assert locked("Bygninger", "save_vaerdi")
    assert locked("Bebyggelsesprocent og etager", "status")
    assert locked("Kørsel: hvad pakken er lavet af", "vaerdi")
    assert not locked("Bygninger", "fortaelling")
    assert not locked("Kulturmiljøer", "baerende_vaerdier")
    assert not locked("Kortblade", "navn")


def test_a_row_leads_to_the_rows_that_belong_to_it(project):
    relations = project.relationManager().relations()
    assert sorted(relations) == ["aendring_af_bygningen", "bygninger_paa_ejendommen", "kortblad_af_forslaget"]
    assert all(one.isValid() for one in relations.values())
    (plot,) = layer(project, "Bebyggelsesprocent og etager").getFeatures()
    houses = relations["bygninger_paa_ejendommen"].getRelatedFeatures(plot)
    assert sorted(one["adresse"] for one in houses) == ["Bredevej 10", "Bredevej 9"]
    (proposal,) = layer(project, "Kulturmiljøer (forslag)").getFeatures()
    assert [one["ensemble_id"] for one in relations["kortblad_af_forslaget"].getRelatedFeatures(proposal)] == ["4"]


def test_an_id_that_leads_to_another_layer_is_shown_as_it_stands(project):
    # Without a widget of its own QGIS shows what the parent's row is called, and of several rows the first.
    for relation in project.relationManager().relations().values():
        child = relation.referencingLayer()
        (place,) = relation.referencingFields()
        assert child.editorWidgetSetup(place).type() == "TextEdit", relation.id()


def test_no_login_no_user_no_machine_and_no_place_stands_in_the_project(folder):
    with zipfile.ZipFile(folder / f"{NAME}.qgz") as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    (text,) = [content.decode() for name, content in parts.items() if name.endswith(".qgs")]
    for told in ("/tmp", str(folder), str(folder.parent), str(Path.home()) + "/", "processing_"):
        assert all(told.encode() not in content for content in parts.values()), told
    for word in (getpass.getuser(), socket.gethostname()):
        assert not re.search(rf"(?i)(user|author|host)[^<>]*[\"'>]{re.escape(word)}[\"'<]", text), word
    assert not re.search(r"(?i)password|passwd|saveUser", text)
    assert set(re.findall(r'authcfg="([^"]*)"|<authcfg>([^<]*)', text)) <= {("", "")}
    sources = set(re.findall(r"<datasource>([^<]+)</datasource>", text))
    assert sources
    assert all(one.startswith(f"./{NAME}.gpkg|") for one in sources), sources


def test_a_layer_of_some_themes_holds_the_rows_of_those_alone(project):
    """Its attribute table lists what it draws; the layer of the whole landscape has every row."""
    rows = {
        layer.name(): [row["navn"] for row in layer.getFeatures()]
        for layer in project.mapLayers().values()
        if layer.source().partition("|layername=")[2].split("|")[0] == "landskab" and layer.name() != "Stednavne"
    }
    assert rows == {
        "Landskab og beskyttelse": ["Åsen", "Mosen", "Dalen", "Bakken", "Vangen"],
        "Natur og vand": ["Åsen", "Mosen"],
        "Kulturarv": [],
        "Landskab og geologi": ["Dalen"],
        "Andre udpegninger": ["Bakken", "Vangen"],  # the municipality's own theme, and the row without one
    }


def test_the_column_of_a_sheets_environment_is_called_what_it_holds(project):
    """The number of a proposal, or the key of a decided environment."""
    (sheets,) = project.mapLayersByName("Kortblade")
    assert sheets.attributeAlias(sheets.fields().lookupField("ensemble_id")) == "Kulturmiljø (nr. eller kortnavn)"
