"""The main job takes every step that it has data for, and says of the others what they lack."""

from dataclasses import replace

import pytest

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.landscape.catalogue import built_in
from lyngby_heritage.core.plan.layers import RULES, sort_layers
from lyngby_heritage.core.plan.steps import plan
from lyngby_heritage.core.plan.themes_among_layers import themes_of
from lyngby_heritage.core.registers.found_layers import Layer

EVERYTHING = {
    *("bygninger", "jordstykker", "zoner", "lokalplaner", "delomraader", "to_etager", "zonekort", "etager"),
    "beslutninger",
    *("vandloeb", "kommunegraense", "@temaer", "@terraen", "@tidligere_temaer", "@tidligere_bygninger"),
}


def tools(found):
    return [step.tool for step in found.steps]


def test_with_everything_each_step_is_taken_in_order():
    found = plan(EVERYTHING)
    assert tools(found) == [
        "validatedata",
        "classifybuildings",
        "checkplotratio",
        "delineatevalley",
        "maplandscape",
        "uniformensembles",
        "comparedesignations",
        "exportlokalplan",
    ]
    assert found.left_out == ()


def test_buildings_are_made_from_the_registers_only_where_there_are_none():
    made = plan({"fbb", "bbr"}).steps
    assert made[0].tool == "preparebuildings"
    assert made[0].inputs == {"SAVE": "fbb", "BBR": "bbr"}
    assert [step.inputs["BUILDINGS"] for step in made[1:3]] == ["bygninger", "bygninger"]
    assert "preparebuildings" not in tools(plan({"fbb", "bbr", "bygninger"}))


@pytest.mark.parametrize(
    ("there", "inputs"),
    [
        ({"fbb"}, {"SAVE": "fbb"}),
        ({"bygningsvurdering"}, {"SAVE": "bygningsvurdering"}),
        ({"bygningsvurdering", "enheder"}, {"SAVE": "bygningsvurdering", "UNITS": "enheder"}),
        ({"fbb", "bygningsvurdering"}, {"SAVE": "fbb", "SAVE_SECOND": "bygningsvurdering"}),
    ],
)
def test_geofa_s_theme_stands_beside_fbb_or_in_its_place(there, inputs):
    assert plan(there).steps[0].inputs == inputs


@pytest.mark.parametrize(
    ("lacking", "tool", "reason"),
    [
        ("zoner", "checkplotratio", "Der mangler områderne til åben-lav boligbebyggelse (laget zoner)."),
        (
            "@terraen",
            "delineatevalley",
            "Der mangler en terrænmodel (DEM, terraen.tif eller fliser af Danmarks Højdemodel).",
        ),
        ("vandloeb", "delineatevalley", "Der mangler vandløbene (laget vandloeb)."),
        ("@temaer", "maplandscape", "Der mangler temalag om natur, landskab eller kulturarv."),
    ],
)
def test_a_step_without_its_data_is_left_out_with_the_reason(lacking, tool, reason):
    found = plan(EVERYTHING - {lacking})
    assert [(one.tool, one.reason) for one in found.left_out] == [(tool, reason)]
    assert tool not in tools(found)


def test_what_a_left_out_step_would_have_made_goes_into_no_later_step():
    export = plan(EVERYTHING - {"zoner", "@terraen"}).steps[-1]
    given = {"BUILDINGS", "LANDSCAPE", "ENSEMBLES", "CHANGES", "BOUNDARY", "PLANS", "PARCELS", "PAIRS"}
    assert set(export.inputs) == given


def test_an_output_that_needs_a_missing_layer_is_not_asked_for():
    landscape = next(step for step in plan({"bygninger", "@temaer"}).steps if step.tool == "maplandscape")
    assert set(landscape.outputs) == {"OUTPUT", "OUTPUT_BUILDINGS", "OUTPUT_HTML"}
    landscape = next(step for step in plan(EVERYTHING).steps if step.tool == "maplandscape")
    assert set(landscape.outputs) >= {"OUTPUT_PROPERTIES", "OUTPUT_CHANGES"}


def test_delomraader_go_with_their_lokalplaner_alone():
    def given(there):
        step = next(step for step in plan(there).steps if step.tool == "checkplotratio")
        return "SUB_AREAS" in step.inputs, any("delområder" in remark for remark in step.remarks)

    assert given(EVERYTHING) == (True, False)
    assert given(EVERYTHING - {"lokalplaner"}) == (False, True)
    assert given(EVERYTHING - {"delomraader"}) == (False, True)


def test_a_missing_optional_layer_is_remarked_on():
    classify = next(step for step in plan({"bygninger"}).steps if step.tool == "classifybuildings")
    assert any("efter afstand" in remark for remark in classify.remarks)
    assert plan(EVERYTHING).steps[1].remarks == ()


def test_without_buildings_there_is_no_plan():
    with pytest.raises(HeritageError, match=r"neither the layer 'bygninger'.*Found: jordstykker"):
        plan({"jordstykker"})
    with pytest.raises(HeritageError, match=r"Found: jordstykker\. Not used: bygn, punkter\."):
        plan({"jordstykker"}, unused=["punkter", "bygn"])


def test_a_step_whose_library_is_missing_is_left_out_with_the_reason():
    found = plan(EVERYTHING, {"delineatevalley": ["rasterio"]})
    assert [one.tool for one in found.left_out] == ["delineatevalley"]
    assert found.left_out[0].reason.startswith("Python-biblioteket rasterio mangler")
    assert str(found.left_out[0].told) == (
        "The valley is delineated. rasterio is missing or broken in QGIS's Python: run the tool 'Self-check'."
    )
    assert found.left_out[0].told.danish.startswith("Dalen afgrænses. Python-biblioteket rasterio mangler")
    assert "VALLEY" not in found.steps[-1].inputs


@pytest.mark.parametrize(
    ("tool", "title"),
    [
        ("classifybuildings", "Buildings worth preserving are designated"),
        ("exportlokalplan", "The plan's package is put together"),
    ],
)
def test_no_plan_is_made_without_a_library_that_every_plan_needs(tool, title):
    with pytest.raises(HeritageError, match=rf"The step '{title}' cannot be taken.*jinja2"):
        plan(EVERYTHING, {tool: ["jinja2"]})


def test_the_log_names_each_step_in_its_own_language_and_the_report_in_danish():
    step = plan({"bygninger"}).steps[0]
    assert (str(step.named), step.named.danish, step.title) == (
        "The data are checked",
        "Data kontrolleres",
        "Data kontrolleres",
    )
    left_out = next(one for one in plan({"bygninger"}).left_out if one.tool == "delineatevalley")
    assert str(left_out.told) == (
        "The valley is delineated. Missing: the layer vandloeb and a terrain model (DEM, terraen.tif or tiles of "
        "Danmarks Højdemodel)."
    )


def test_every_role_has_words():
    words = {**load(RULES)["layers"], **load(RULES)["special"]}
    assert set(load(RULES)["special_in_english"]) == set(load(RULES)["special"])
    for step in load(RULES)["steps"]:
        assert set(step["needs"]) <= set(words)


class TestNames:
    def test_case_and_letters_do_not_matter(self):
        found = sort_layers([Layer("Vandløb", "a"), Layer("BYGNINGER", "b")])
        assert found.addresses() == {"vandloeb": "a", "bygninger": "b"}

    def test_themes_and_the_rest_are_told_apart(self):
        found = sort_layers([Layer("bes_naturtyper", "a"), Layer("kladde", "b")], themes_of(built_in()))
        found = replace(found, terrain="t.tif")
        assert found.addresses() == {"@temaer": ["a"], "@terraen": "t.tif"}
        assert found.unused == ("kladde",)

    @pytest.mark.parametrize(
        ("fields", "role"), [(("udpegning",), "@tidligere_bygninger"), (("tema",), "@tidligere_temaer")]
    )
    def test_an_earlier_designation_is_of_buildings_or_of_landscape(self, fields, role):
        assert sort_layers([Layer("tidligere_udpegning", "a", fields)]).addresses() == {role: "a"}

    def test_two_layers_of_one_name_are_refused(self):
        with pytest.raises(HeritageError, match=r"bygninger: a\.gpkg and b\.shp"):
            sort_layers([Layer("bygninger", "a.gpkg"), Layer("Bygninger", "b.shp")])
