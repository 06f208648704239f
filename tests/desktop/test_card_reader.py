"""What a card is made from where there is no package: a layer of designated buildings, and what lies beside it."""

import datetime
import sqlite3
from contextlib import closing
from types import SimpleNamespace

import pytest
from builders import square
from conftest import write_layer
from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer

from lyngby_heritage.core.designation.written import Verdict
from lyngby_heritage.core.plan.card import card_of
from lyngby_heritage.core.plan.lookup import By
from lyngby_heritage.desktop.card_html import card_html, id_of_link
from lyngby_heritage.desktop.card_reader import CardReader, name_decisions
from lyngby_heritage.desktop.companions import Companions, cells, layers_of_buildings
from lyngby_heritage.desktop.finding import Finder
from lyngby_heritage.processing.decisions.file import write_decision

EAST, NORTH = 720000, 6187000
FIELDS = (
    *("bygning_id:text", "adresse:text", "save_vaerdi:int", "udpeget:int", "udpegning:text", "begrundelse:text"),
    *("opfoerelsesaar:int", "anvendelse:int", "ejendom_id:text", "matrikelnummer:text", "ejerlavsnavn:text"),
)
HOUSES = [
    ("b1", "Ågade 9", 4, 1, "vaerdi_4_ensartet", "SAVE-værdi 4. Udpeget.", 1912, 120, "9100001", "5a", "Askholt"),
    ("b2", "Ågade <11>", 5, 0, "ikke_udpeget", "SAVE-værdi 5.", None, 120, "9100002", "5b", "Askholt"),
]


def at(x):
    return square(EAST + x, NORTH)


@pytest.fixture
def layer(qgis_app, tmp_path):
    path = tmp_path / "udpegning.gpkg"
    write_layer(path, "udpegning", [(at(20 * i), *house) for i, house in enumerate(HOUSES)], FIELDS)
    layer = QgsVectorLayer(str(path), "udpegning", "ogr")
    assert layer.isValid()
    return layer


@pytest.fixture
def project(qgis_app):
    return QgsProject()


def house(layer, id_="b1"):
    return next(layer.getFeatures(f"bygning_id = '{id_}'"))


def shown(layer, project, id_="b1"):
    return CardReader(layer, project).shown(house(layer, id_))


@pytest.mark.parametrize(
    ("told", "yes", "no"),
    [
        ({"STATE": "0"}, "Foreslås udpeget", "Foreslås ikke udpeget"),
        ({"STATE": "2", "ADOPTED": "2025-03-01", "PUBLISHED": "2025-03-08"}, "Udpeget", "Ikke udpeget i denne plan"),
    ],
)
def test_a_card_of_a_package_answers_as_its_legend_does(qgis_app, tmp_path, project, told, yes, no):
    path = tmp_path / "kulturhistorisk_lokalplan.gpkg"
    write_layer(path, "bygninger", [(at(20 * i), *one) for i, one in enumerate(HOUSES)], FIELDS)
    rows = [
        ("vaerktoej", "exportlokalplan", "", None, None),
        *(("parameter", *one, None, None) for one in told.items()),
    ]
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE koersel (emne, navn, vaerdi, antal, kontrolsum)")
        database.executemany("INSERT INTO koersel VALUES (?, ?, ?, ?, ?)", rows)
        database.execute("INSERT INTO gpkg_contents (table_name, data_type) VALUES ('koersel', 'attributes')")
    layer = QgsVectorLayer(f"{path}|layername=bygninger", "Bygninger", "ogr")
    reader = CardReader(layer, project)
    said = [card_of(reader.shown(house(layer, one)).facts, answer=reader.answer).verdict for one in ("b1", "b2")]
    assert said == [yes, no]


@pytest.mark.parametrize(("group", "apart", "verdict"), [("kirke", "kirke", "Kirke"), ("A", "", "Udpeget")])
def test_what_the_plan_names_apart_is_said_to_be_so(qgis_app, tmp_path, project, group, apart, verdict):
    path = tmp_path / "bygninger.gpkg"
    write_layer(path, "bygninger", [(at(0), *HOUSES[0], group)], (*FIELDS, "plangruppe:text"))
    facts = CardReader(layer := QgsVectorLayer(str(path), "bygninger", "ogr"), project).shown(house(layer)).facts
    assert (facts.apart, card_of(facts).verdict) == (apart, verdict)


def test_a_card_of_a_layer_that_lies_in_no_package_answers_as_the_rule(layer, project):
    assert [CardReader(layer, project).answer(one) for one in (True, False)] == ["Udpeget", "Ikke udpeget"]


def test_a_layer_alone_tells_what_it_knows_and_what_is_missing(layer, project):
    facts = shown(layer, project).facts
    assert (facts.address, facts.save, facts.designated, facts.year) == ("Ågade 9", 4, True, 1912)
    assert (facts.use, facts.parcels) == ("fritliggende enfamiliehus", "5a Askholt")
    assert (facts.neighbours, facts.plots, facts.themes, facts.plans) == (None, None, None, None)
    unknown = [one.text for one in card_of(facts).section("ukendt").lines]
    assert "Laget med sammenlignede naboer er ikke med, så hver enkelt nabo kan ikke vises." in unknown
    assert "Laget med bygningernes temaer er ikke med, så landskab og beskyttelse kan ikke vises her." in unknown


@pytest.mark.parametrize(("rule", "certainty"), [(None, 0.5), ("0", 0.5), ("3", None)])
def test_how_sure_a_designation_is_is_told_where_the_rule_asks_for_neighbours(
    layer, project, monkeypatch, rule, certainty
):
    """So too where nobody knows the rule: the layer has the field."""
    reader = CardReader(layer, project)
    basis = None if rule is None else SimpleNamespace(rule=int(rule))
    monkeypatch.setattr("lyngby_heritage.desktop.card_reader.Basis.read", lambda _: basis)
    monkeypatch.setattr(
        "lyngby_heritage.desktop.card_reader.cells", lambda feature: {**cells(feature), "sikkerhed": 0.5}
    )
    assert reader.shown(house(layer)).facts.certainty == certainty


def test_the_pairs_beside_it_give_the_neighbours(layer, project, tmp_path):
    line = f"LINESTRING ({EAST + 5} {NORTH + 5}, {EAST + 25} {NORTH + 5})"
    away = f"LINESTRING ({EAST + 5} {NORTH + 5}, {EAST + 5} {NORTH + 50})"
    pairs = [
        (line, "b1", "b2", 0.5, "anvendelse", "opfoerelsesaar"),
        (away, "b1", "x9", 0.8, "etager", ""),
        (line, "b2", "b1", 0.5, "anvendelse", "opfoerelsesaar"),
    ]
    fields = ("fra_id:text", "til_id:text", "lighed:real", "ens_paa:text", "forskellig_paa:text")
    write_layer(tmp_path / "naboer.gpkg", "naboer", pairs, fields, kind="LINE")
    found = shown(layer, project)
    assert [(one.id, one.called, one.alike, one.different) for one in found.facts.neighbours] == [
        ("x9", "", ("etagetal",), ()),
        ("b2", "Ågade <11>", ("anvendelse",), ("opførelsesår",)),
    ]
    assert found.neighbours["b2"].area() == pytest.approx(100)
    assert found.neighbours["x9"].asPoint().y() == NORTH + 50, "one of another layer is shown where its line ends"


def test_plots_and_plans_of_the_project_are_used(layer, project, tmp_path):
    ground = square(EAST - 10, NORTH - 10, 60)
    plots = [(ground, "9100001", "5a Askholt", 40.5, 30.0, "parameter", "overskredet", "Regnestykket.")]
    fields = ("ejendom_id:text", "jordstykker:text", "bebyggelsesprocent:real", "tilladt_procent:real")
    fields += ("procent_kilde:text", "status:text", "bemaerkning:text")
    write_layer(tmp_path / "grunde.gpkg", "grunde", plots, fields)
    plans = [
        (ground, "64", "Landsbyen", 20160530, "V", None),
        (square(0), "1", "Langt væk", None, "V", None),
        (ground, "120", "Et forslag", 20260101, "F", None),  # binds nobody, here as on the website
        (ground, "12", "Aflyst", 19900101, "V", 20100101),
    ]
    fields = ("plannr:text", "plannavn:text", "datovedt:int", "status:text", "datoaflyst:int")
    write_layer(tmp_path / "planer.gpkg", "planer", plans, fields)
    for name in ("grunde", "planer"):
        assert project.addMapLayer(QgsVectorLayer(str(tmp_path / f"{name}.gpkg"), name, "ogr"))
    facts = shown(layer, project).facts
    assert [(plot.ratio, plot.allowed, plot.status) for plot in facts.plots] == [(40.5, 30.0, "overskredet")]
    assert [(plan.called, plan.adopted) for plan in facts.plans] == [
        ("lokalplan 64 Landsbyen", datetime.date(2016, 5, 30))
    ]
    assert shown(layer, project, "b2").facts.plots == (), "its property is not among them"


def test_a_decided_environment_comes_before_a_proposal_and_a_refused_one_is_none(layer, project, tmp_path):
    path = tmp_path / "udpegning.gpkg"
    ground = square(EAST - 10, NORTH - 10, 25)  # the first house alone
    fields = ("ensemble_id:int", "navn:text", "opfoert_fra:int", "antal_udpeget:int")
    write_layer(path, "kulturmiljoe_forslag", [(ground, 3, "Ågade 9", 1912, 1)], fields)
    assert shown(layer, project).facts.environment == "Forslag til kulturmiljø 3: Ågade 9"
    fields = ("navn:text", "beslutning:text", "baerende_vaerdier:text")
    rows = [(ground, "Havnen", "udpeg_ikke", ""), (ground, "Ågade", "udpeg", "Tagene.")]
    write_layer(path, "kulturmiljoeer", rows, fields)
    found = shown(layer, project)
    assert (found.facts.environment, found.environment.name) == ("Ågade", "Ågade")
    assert shown(layer, project, "b2").facts.environment == ""


def test_what_people_decided_waits_beside_the_layer(layer, project):
    reader = CardReader(layer, project)
    assert reader.place().file.name == "beslutninger.gpkg"
    assert reader.place().file.parent.samefile(layer.source().rpartition("/")[0])
    no = Verdict(False, "Ombygget.", "Udvalget", datetime.date(2026, 1, 17), "AB")
    write_decision(reader.place(), "B1", "Ågade 9", no, datetime.datetime(2026, 1, 17, 12))
    assert reader.shown(house(layer)).facts.decision.reason == "Ombygget."
    assert reader.shown(house(layer, "b2")).facts.decision is None


def test_the_decisions_that_wait_are_listed_whatever_the_case_of_their_ids(layer, project):
    reader = CardReader(layer, project)
    assert reader.waiting() == []
    yes = Verdict(True, "Hører til rækken.", "Udvalget", datetime.date(2026, 1, 17), "AB")
    for id_ in ("B2", "findes ikke"):
        write_decision(reader.place(), id_, "", yes, datetime.datetime(2026, 1, 17, 12))
    assert reader.waiting() == [("b2", "Ågade <11>")]


def test_decisions_that_contradict_each_other_are_told_and_the_card_stands(layer, project, tmp_path):
    rows = [(None, "b1", choice, "2026-01-17") for choice in ("udpeg", "udpeg_ikke")]
    fields = ("bygning_id:text", "beslutning:text", "dato:text")
    write_layer(tmp_path / "beslutninger.gpkg", "beslutninger", rows, fields, kind="NONE")
    found = shown(layer, project)
    assert "disagree" in str(found.problem)
    assert found.facts.decision is None
    assert found.facts.address == "Ågade 9"
    assert shown(layer, project, "b2").problem is None


def test_a_building_without_an_id_has_a_card_and_no_decision(layer, project):
    layer.startEditing()
    layer.changeAttributeValue(house(layer).id(), layer.fields().lookupField("bygning_id"), None)
    facts = CardReader(layer, project).shown(next(layer.getFeatures("adresse = 'Ågade 9'"))).facts
    assert (facts.id, facts.decision) == ("", None)
    layer.rollBack()


def test_a_project_may_name_another_file_of_decisions(layer, project, tmp_path):
    other = tmp_path / "fælles" / "beslutninger.gpkg"
    name_decisions(project, str(other))
    assert CardReader(layer, project).place().file == other


def test_a_layer_that_lies_in_no_file_has_the_decisions_of_the_named_file(layer, project, tmp_path):
    loose = layer.materialize(QgsFeatureRequest())
    assert CardReader(loose, project).waiting() == []
    name_decisions(project, str(tmp_path / "beslutninger.gpkg"))
    reader = CardReader(loose, project)
    yes = Verdict(True, "Hører til rækken.", "Udvalget", datetime.date(2026, 1, 17), "AB")
    write_decision(reader.place(), "b2", "", yes, datetime.datetime(2026, 1, 17, 12))
    assert reader.written("b2").reason == "Hører til rækken."
    assert reader.waiting() == [("b2", "Ågade <11>")]


def test_the_card_as_rich_text_is_the_card_s_words_and_harms_nothing(layer, project):
    html = card_html(card_of(shown(layer, project, "b2").facts))
    assert "Ågade &lt;11&gt;" in html
    assert "<11>" not in html
    assert id_of_link("bygning:a%26b") == "a&b"
    assert id_of_link("https://example.dk") is None


def test_buildings_are_found_by_what_is_typed(layer, project):
    finder = Finder(layer, project)
    (hit,) = finder.find("ågade 9")
    assert finder.feature(hit)["bygning_id"] == "b1"
    assert [(one.by, one.shown) for one in finder.find("5b")] == [(By.PARCEL, "5b Askholt")]
    assert finder.find("9100002")[0].beside == "Ågade <11>"
    assert finder.is_of(layer)


def test_a_project_s_layers_of_buildings_each_once(layer, project):
    again = QgsVectorLayer(layer.source(), "samme tabel", "ogr")
    for one in (layer, again):
        project.addMapLayer(one)
    assert len(layers_of_buildings(project)) == 1


@pytest.mark.parametrize("telling", ["temakode", "planstatus", "komplan_id"])
def test_a_layer_of_the_kommuneplan_or_a_theme_is_no_layer_of_lokalplaner(layer, project, tmp_path, telling):
    fields = ("plannr:text", "plannavn:text")
    write_layer(tmp_path / "ramme.gpkg", "ramme", [(at(0), "1.1", "Ramme", "x")], (*fields, f"{telling}:text"))
    write_layer(tmp_path / "plan.gpkg", "plan", [(at(0), "297", "Ågade")], fields)
    for name in ("ramme", "plan"):
        project.addMapLayer(QgsVectorLayer(str(tmp_path / f"{name}.gpkg"), name, "ogr"))
    project_of_one = QgsProject()
    project_of_one.addMapLayer(QgsVectorLayer(str(tmp_path / "ramme.gpkg"), "ramme", "ogr"))
    assert Companions(layer, project).layer("lokalplaner").name() == "plan"
    assert Companions(layer, project_of_one).layer("lokalplaner") is None


def test_the_plans_beside_the_buildings_come_before_those_of_the_project(layer, project, tmp_path):
    fields = ("plannr:text", "plannavn:text")
    write_layer(tmp_path / "lokalplaner.gpkg", "lokalplaner", [(at(0), "297", "Pakkens")], fields)
    write_layer(tmp_path / "andre.gpkg", "andre", [(at(0), "12", "Projektets")], fields)
    project.addMapLayer(QgsVectorLayer(str(tmp_path / "andre.gpkg"), "andre", "ogr"))
    found = Companions(layer, project).layer("lokalplaner")
    assert [one["plannavn"] for one in found.getFeatures()] == ["Pakkens"]
