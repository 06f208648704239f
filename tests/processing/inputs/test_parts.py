"""A run on a part of a layer: a selection is judged among all neighbours; what a filter hides is said."""

import pytest
from builders import square
from conftest import read_layer, write_layer
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from lyngby_heritage.core.report.content import Part
from lyngby_heritage.processing.inputs import parts
from lyngby_heritage.processing.inputs.parts import part_told
from lyngby_heritage.processing.inputs.sources import Source
from lyngby_heritage.processing.tools.check_plot_ratio import CheckPlotRatio
from lyngby_heritage.processing.tools.classify_buildings import ClassifyBuildings
from lyngby_heritage.processing.tools.map_landscape import MapLandscape
from lyngby_heritage.processing.tools.uniform_ensembles import UniformEnsembles

FIELDS = ("bygning_id:text", "save_vaerdi:int", "anvendelse:int", "opfoerelsesaar:int", "ydervaeg:int")
# A street of houses 10 m wide and 10 m apart. All are alike; c is the only 4, a the only one of value 1-3.
VALUES = {"a": 2, "b": 5, "c": 4, "d": 5, "e": 6}
STREET = [(square(20 * place), name, value, 120, 1937, 1) for place, (name, value) in enumerate(VALUES.items())]


@pytest.fixture
def street(qgis_app, tmp_path):
    layer = QgsVectorLayer(write_layer(tmp_path / "gade.gpkg", "gade", STREET, FIELDS), "gade", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


def run(tool, **parameters):
    """The results and the log."""
    algorithm, context, feedback = tool().create(), QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    fine, why = algorithm.checkParameterValues(parameters, context)
    assert fine, why
    results, fine = algorithm.run(parameters, context, feedback)
    assert fine, feedback.textLog()
    return results, feedback.textLog()


def chosen(layer, *names):
    layer.selectByExpression(f"bygning_id IN ({', '.join(repr(one) for one in names)})")
    assert layer.selectedFeatureCount() == len(names)
    return QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)


def test_a_selected_building_has_the_neighbours_that_were_not_selected(street, tmp_path):
    results, log = run(ClassifyBuildings, BUILDINGS=chosen(street, "c"), OUTPUT=str(tmp_path / "u.gpkg"))
    (row,) = read_layer(tmp_path / "u.gpkg")
    # Within 40 m of c lie a, b, d and e, all of one kind.
    assert (row["bygning_id"], row["udpegning"], row["naboer"], row["naboer_ens"]) == ("c", "vaerdi_4_ensartet", 4, 4)
    assert results["BUILDING_COUNT"] == 1
    assert "1 selected building is judged; the other 4 of the layer are its surroundings" in log


@pytest.mark.parametrize("rule", [0, 1, 3])
def test_a_selection_comes_out_as_it_does_in_a_run_on_the_whole_layer(street, tmp_path, rule):
    """Rule 1 too, where c is designated for the 2 beside it, which is not selected."""
    given = {"VALUE4_RULE": rule, "MIN_NEIGHBOURS": 5}
    run(ClassifyBuildings, BUILDINGS=street, OUTPUT=str(tmp_path / "alle.gpkg"), **given)
    run(ClassifyBuildings, BUILDINGS=chosen(street, "c", "e"), OUTPUT=str(tmp_path / "u.gpkg"), **given)
    every = {one["bygning_id"]: {**one, "fid": None} for one in read_layer(tmp_path / "alle.gpkg")}
    assert every["c"]["udpegning"] == ("til_vurdering" if rule == 0 else "vaerdi_4_ensartet")
    assert [{**one, "fid": None} for one in read_layer(tmp_path / "u.gpkg")] == [every["c"], every["e"]]


def test_the_sample_by_selection_comes_out_as_a_whole(sample, tmp_path):
    layer = QgsVectorLayer(f"{sample}|layername=bygninger", "bygninger", "ogr")
    QgsProject.instance().addMapLayer(layer)
    given = {"PARCELS": f"{sample}|layername=jordstykker"}
    run(ClassifyBuildings, BUILDINGS=layer, OUTPUT=str(tmp_path / "alle.gpkg"), **given)
    layer.selectByExpression("save_vaerdi = 4")
    some = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    run(ClassifyBuildings, BUILDINGS=some, OUTPUT=str(tmp_path / "u.gpkg"), **given)
    every = [{**one, "fid": None} for one in read_layer(tmp_path / "alle.gpkg") if one["save_vaerdi"] == 4]
    assert len(every) > 20
    assert [{**one, "fid": None} for one in read_layer(tmp_path / "u.gpkg")] == every


def test_ensembles_of_a_selection_lie_among_the_others(street, tmp_path):
    given = {"NEIGHBOUR_DISTANCE": 15, "MIN_BUILDINGS": 2}
    results, log = run(UniformEnsembles, BUILDINGS=chosen(street, "b", "c"), OUTPUT=str(tmp_path / "u.gpkg"), **given)
    assert results["MAIN_BUILDING_COUNT"] >= 2
    assert "2 selected buildings are judged; the other 3 of the layer" in log


@pytest.fixture
def plots(qgis_app, tmp_path):
    """Property e has two parcels of 400 m², f beside it one of 600 m²; a house of 200 m² each, f's reaching over e.

    e: 200 / 800 = 25 %. f: 200 / 600 = 33.33 %, over the 30 % of the zone.
    """
    fields = ("samletFastEjendomLokalId:text", "matrikelnummer:text", "registreretAreal:real")
    parcels = [(square(0, side=20), "e", "1a", 400), (square(20, side=20), "e", "1b", 400)]
    parcels.append((square(40, side=20), "f", "1c", 600))
    house = ("bygning_id:text", "anvendelse:int", "samlet_m2:real", "etager:real")
    houses = [(square(2), "h", 120, 200, 1), (square(39.5), "g", 120, 200, 1)]
    layer = QgsVectorLayer(write_layer(tmp_path / "j.gpkg", "jordstykker", parcels, fields), "jordstykker", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer, {
        "BUILDINGS": write_layer(tmp_path / "b.gpkg", "bygninger", houses, house),
        "ZONES": write_layer(tmp_path / "z.gpkg", "zoner", [(square(-50, side=200), "by")], ("navn:text",)),
    }


@pytest.mark.parametrize(
    ("number", "property_id", "ratio", "status"),
    [("1a", "e", 25.0, "overholdt"), ("1b", "e", 25.0, "overholdt"), ("1c", "f", 33.33, "overskredet")],
)
def test_a_plot_is_judged_whole_by_whichever_of_its_parcels_is_selected(
    plots, tmp_path, number, property_id, ratio, status
):
    layer, given = plots
    run(CheckPlotRatio, PARCELS=layer, OUTPUT=str(tmp_path / "alle.gpkg"), **given)
    layer.selectByExpression(f"matrikelnummer = '{number}'")
    some = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    results, log = run(CheckPlotRatio, PARCELS=some, OUTPUT=str(tmp_path / "u.gpkg"), **given)
    (row,) = read_layer(tmp_path / "u.gpkg")
    assert (row["ejendom_id"], row["bebyggelsesprocent"], row["status_procent"]) == (property_id, ratio, status)
    every = {one["ejendom_id"]: {**one, "fid": None} for one in read_layer(tmp_path / "alle.gpkg")}
    assert {**row, "fid": None} == every[property_id]
    assert (results["PLOT_COUNT"], results["UNMATCHED_COUNT"]) == (1, 0)
    assert "1 plot of the selected parcels is judged, each whole; the other 1 of the layer is its surroundings" in log
    assert "only the chosen rows" not in log


def test_a_selection_of_the_buildings_of_plots_is_said_to_hide_the_others(plots, tmp_path):
    """Of two houses the one is chosen: nobody sees the other, and its plot would look unbuilt without a word."""
    layer, given = plots
    houses = QgsVectorLayer(given["BUILDINGS"], "huse", "ogr")
    QgsProject.instance().addMapLayer(houses)
    some = chosen(houses, "h")
    _, log = run(CheckPlotRatio, PARCELS=layer, **{**given, "BUILDINGS": some}, OUTPUT=str(tmp_path / "u.gpkg"))
    assert "(BUILDINGS): only the chosen rows of the layer are read. The others were not seen" in log
    _, log = run(CheckPlotRatio, PARCELS=layer, **given, OUTPUT=str(tmp_path / "v.gpkg"))
    assert "only the chosen rows" not in log


def test_a_property_has_its_share_of_a_designation_by_whichever_parcel_is_selected(plots, tmp_path):
    """A § 3 area covers 1b and f's 1c: half of e, though nothing of 1a, which alone is selected."""
    layer, _ = plots
    nature = write_layer(tmp_path / "n.gpkg", "bes_naturtyper", [(square(20, side=40), "Mose")], ("Natyp_navn:text",))
    layer.selectByExpression("matrikelnummer = '1a'")
    some = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    given = {"LAYERS": [nature], "OUTPUT": str(tmp_path / "u.gpkg"), "OUTPUT_PROPERTIES": str(tmp_path / "e.gpkg")}
    results, log = run(MapLandscape, PARCELS=some, **given)
    (row,) = read_layer(tmp_path / "e.gpkg")
    assert (row["ejendom_id"], row["tema"], row["andel"], row["areal_m2"]) == ("e", "paragraf3", 0.5, 400.0)
    assert results["PROPERTY_COUNT"] == 1
    assert "1 property of the selected parcels is judged, each whole, with 1 parcel that was not selected." in log
    assert "only the chosen rows" not in log


def test_the_report_of_a_selection_adds_up_the_selected_plots(plots, tmp_path):
    layer, given = plots
    layer.selectByExpression("samletFastEjendomLokalId = 'f'")
    some = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    report = tmp_path / "r.html"
    results, _ = run(CheckPlotRatio, PARCELS=some, OUTPUT=str(tmp_path / "u.gpkg"), OUTPUT_HTML=str(report), **given)
    assert (results["COVERED_COUNT"], results["EXCEEDED_COUNT"], results["COMPLIANT_COUNT"]) == (1, 1, 0)
    page = report.read_text(encoding="utf-8")
    assert "1 grund med valgte jordstykker er vurderet, hver som en helhed; lagets øvrige 1 er dens omgivelser." in page


def test_what_a_filter_hides_is_said_to_be_unseen(street, tmp_path):
    street.setSubsetString("bygning_id IN ('b', 'c')")
    report = tmp_path / "r.html"
    _, log = run(ClassifyBuildings, BUILDINGS=street, OUTPUT=str(tmp_path / "u.gpkg"), OUTPUT_HTML=str(report))
    assert [one["naboer"] for one in read_layer(tmp_path / "u.gpkg")] == [1, 1]
    assert "gade (BUILDINGS) is filtered (bygning_id IN ('b', 'c')): what the filter hides was not seen" in log
    page = report.read_text(encoding="utf-8")
    assert 'gade<span class="under">filtreret: kun rækker, hvor bygning_id er b eller c</span>' in page
    assert "bygning_id IN" not in page


def test_a_filter_that_words_cannot_say_is_named_in_small_print(street, tmp_path):
    street.setSubsetString("length(bygning_id) = 1")
    report = tmp_path / "r.html"
    run(ClassifyBuildings, BUILDINGS=street, OUTPUT=str(tmp_path / "u.gpkg"), OUTPUT_HTML=str(report))
    small = "laget er filtreret; filteret er <code>length(bygning_id) = 1</code>"
    assert f'gade<span class="under">{small}</span>' in report.read_text(encoding="utf-8")


def test_two_filters_are_one_and_a_number_of_rows_is_said(street):
    both = QgsProcessingFeatureSourceDefinition(street.id(), featureLimit=3, filterExpression="save_vaerdi > 4")
    street.setSubsetString("anvendelse = 120 OR anvendelse = 130")
    told = "højst 3\u00a0objekter; filtreret: kun rækker, hvor anvendelse er 120 eller 130, og save_vaerdi er over 4"
    assert part_told(both, street) == Part(told, "")


def test_every_role_of_every_tool_says_its_filter(street, tmp_path):
    one = f"{tmp_path}/gade.gpkg|layername=gade|subset=bygning_id = 'a'"
    write_layer(tmp_path / "j.gpkg", "j", [(square(0), "j")], ("id:text",))
    _, log = run(
        CheckPlotRatio,
        PARCELS=f"{tmp_path}/j.gpkg|layername=j|subset=id = 'j'",
        BUILDINGS=one,
        ZONES=f"{tmp_path}/gade.gpkg|layername=gade",
        OUTPUT=str(tmp_path / "u.gpkg"),
    )
    assert log.count("is filtered") == 2
    _, log = run(MapLandscape, LAYERS=[one], THEMES=["gade", "fredning"], OUTPUT=str(tmp_path / "l.gpkg"))
    assert "(LAYERS) is filtered (bygning_id = 'a')" in log


def test_a_municipality_picked_by_a_filter_hides_nobody_s_neighbour(street, tmp_path):
    """An outline is chosen by its filter, and rows that are left out would have been in no sum."""
    write_layer(tmp_path / "k.gpkg", "k", [(square(0), "0173"), (square(50), "0157")], ("kommunekode:text",))
    _, log = run(
        MapLandscape,
        LAYERS=[f"{tmp_path}/gade.gpkg|layername=gade"],
        THEMES=["gade", "fredning"],
        BOUNDARY=f"{tmp_path}/k.gpkg|layername=k|subset=kommunekode = '0173'",
        OUTPUT=str(tmp_path / "l.gpkg"),
    )
    assert "k (BOUNDARY) is read through the filter kommunekode = '0173'." in log
    assert "what the filter hides" not in log


@pytest.mark.parametrize(
    ("expression", "danish", "said"),
    [
        ("bygning_id IN ('b', 'c')", True, "kun rækker, hvor bygning_id er b eller c"),
        ("bygning_id IN ('b', 'c')", False, "bygning_id IN ('b', 'c')"),
        ("length(bygning_id) = 1", True, "length(bygning_id) = 1"),
    ],
)
def test_a_danish_log_says_a_filter_in_words_where_words_can(street, monkeypatch, expression, danish, said):
    monkeypatch.setattr(parts, "is_danish", lambda: danish)
    street.setSubsetString(expression)
    (note,) = parts.filter_notes([Source.of_layer(street, "BUILDINGS", QgsProcessingContext())])
    assert note.values["filter"] == said
