"""Every tool as a step of a model, and the models that come with the plugin."""

import gc

import pytest
from builders import square
from conftest import write_layer
from profiles import profile_in
from project_tools import tool as program
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingParameterDefinition,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from tool_runs import runs

from lyngby_heritage.processing.tools import shipped_model
from lyngby_heritage.processing.tools.provider import TOOLS
from lyngby_heritage.processing.tools.shipped_model import TEXTS, file_of


@pytest.fixture(scope="module")
def provider(qgis_app):
    """The provider of the plugin, as QGIS has loaded it."""
    return QgsApplication.processingRegistry().providerById("lyngby_heritage")


def run(model, parameters):
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    fine, why = model.checkParameterValues(parameters, context)
    assert fine, why
    results, fine = model.run(parameters, context, feedback, {}, False)
    assert fine, feedback.textLog()
    return results


def of_one_step(name, parameters):
    """A model whose only step is a tool with these parameters, and the parameters of the model: its outputs."""
    tool = QgsApplication.processingRegistry().createAlgorithmById(f"lyngby_heritage:{name}")
    step = QgsProcessingModelChildAlgorithm(tool.id())
    step.setChildId("trin")
    outputs, written = {}, {}
    for parameter, value in parameters.items():
        if tool.parameterDefinition(parameter).isDestination():
            one = QgsProcessingModelOutput(parameter)
            one.setChildId("trin")
            one.setChildOutputName(parameter)
            one.setDescription(parameter)
            outputs[parameter], written[parameter] = one, value
        else:
            step.addParameterSources(parameter, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    step.setModelOutputs(outputs)
    model = QgsProcessingModelAlgorithm("model", "")
    model.addChildAlgorithm(step)
    assert model.validate() == (True, []), model.validate()
    return model, {
        model.modelParameterFromChildIdAndOutputName("trin", parameter).name(): value
        for parameter, value in written.items()
    }


def test_every_tool_is_a_step_of_a_model(provider, tmp_path):
    done = set()
    for name, _, parameters in runs(tmp_path):
        model, outputs = of_one_step(name, parameters)
        results = run(model, outputs)
        for key, path in outputs.items():
            assert results[key] == path
        done.add(name)
    assert done == {tool.NAME for tool in TOOLS}


@pytest.fixture(scope="module")
def sample(provider, tmp_path_factory):
    folder = tmp_path_factory.mktemp("modeller")
    made = {"PROPERTY_COUNT": 40, "OUTPUT": str(folder / "eksempel.gpkg")}
    run(QgsApplication.processingRegistry().createAlgorithmById("lyngby_heritage:createsampledata"), made)
    return made["OUTPUT"]


def model(name):
    return QgsApplication.processingRegistry().createAlgorithmById(f"lyngby_heritage:{name}")


def rows(path):
    layer = QgsVectorLayer(str(path), "a", "ogr")
    assert layer.isValid()
    return layer.featureCount()


def test_the_first_model_makes_the_layer_and_designates_in_it(sample, tmp_path):
    prepared, designated = tmp_path / "klar.gpkg", tmp_path / "udpegning.gpkg"
    registers = {"SAVE": "fbb", "BBR": "bbr", "FOOTPRINTS": "geodanmark_bygning", "PARCELS": "jordstykker"}
    given = {name: f"{sample}|layername={layer}" for name, layer in registers.items()}
    run(
        model("registerstodesignation"),
        {**given, "prepared_buildings": str(prepared), "designated_buildings": str(designated)},
    )
    assert rows(prepared) == rows(designated) > 20
    fields = QgsVectorLayer(str(designated), "a", "ogr").fields().names()
    assert {"kobling", "udpegning", "begrundelse"} <= set(fields)


def test_the_second_model_designates_and_checks_the_plots(sample, tmp_path):
    plots, designated = tmp_path / "grunde.gpkg", tmp_path / "udpegning.gpkg"
    layers = {"BUILDINGS": "bygninger", "PARCELS": "jordstykker", "ZONES": "zoner"}
    given = {name: f"{sample}|layername={layer}" for name, layer in layers.items()}
    reports = {"report_of_the_designation": tmp_path / "u.html", "report_of_the_plots": tmp_path / "g.html"}
    written = {"plots": plots, "designated_buildings": designated, **reports}
    run(model("designateandcheck"), {**given, **{name: str(path) for name, path in written.items()}})
    assert rows(plots) > 20
    assert rows(designated) > 20
    assert "ebyggelsesprocent" in reports["report_of_the_plots"].read_text(encoding="utf-8")
    assert "Bevaringsværdige bygninger" in reports["report_of_the_designation"].read_text(encoding="utf-8")


def test_the_third_model_says_what_the_other_rule_changes(sample, tmp_path):
    before, changes, now = (str(tmp_path / f"{name}.gpkg") for name in ("foer", "aendringer", "nu"))
    given = {"BUILDINGS": f"{sample}|layername=bygninger", "PARCELS": f"{sample}|layername=jordstykker"}
    run(model("classifybuildings"), {**given, "VALUE4_RULE": 4, "OUTPUT": before})  # no building of value 4
    run(
        model("designateandcompare"),
        {**given, "VALUE4_RULE": 3, "BEFORE": before, "changes": changes, "designated_buildings": now},  # every one
    )
    found = [feature.attributes() for feature in QgsVectorLayer(changes, "a", "ogr").getFeatures()]
    fours = [one for one in QgsVectorLayer(now, "a", "ogr").getFeatures() if one["udpegning"] == "vaerdi_4_ensartet"]
    assert len(fours) > 0
    assert sum("ny" in row for row in found) == len(fours)


@pytest.mark.parametrize("name", TEXTS)
def test_a_model_s_inputs_are_those_of_its_tools(provider, name):
    """Named, explained and set as there; and in the registry as it will be run, outputs included."""
    made, known = model(name), provider.algorithm(name)
    assert [one.name() for one in made.parameterDefinitions()] == [one.name() for one in known.parameterDefinitions()]
    assert not made.parameterDefinitions()[0].isDestination()
    tools = {tool.NAME: tool().create() for tool in TOOLS}
    steps = [tools[step.algorithmId().partition(":")[2]] for step in made.childAlgorithms().values()]
    for one in made.parameterDefinitions():
        assert one.help(), one.name()
        if not one.isDestination():
            meant = [step.parameterDefinition(one.name()) for step in steps if step.parameterDefinition(one.name())]
            assert (one.description(), one.defaultValue()) in [(a.description(), a.defaultValue()) for a in meant]
    assert made.helpContent()["ALG_DESC"] == made.shortHelpString()
    assert made.canExecute() == (True, "")


def test_the_files_are_those_that_the_program_writes(provider):
    plan = program("make_models")
    assert set(plan.PLAN) == set(TEXTS)
    for name in TEXTS:
        shipped = QgsProcessingModelAlgorithm()
        assert shipped.fromFile(str(file_of(name)))
        made = plan.model(name)
        assert described(shipped) == described(made)


def described(one):
    """What a model does, without where its boxes stand."""
    steps = {
        key: (
            step.algorithmId(),
            {name: [source.toVariant() for source in given] for name, given in step.parameterSources().items()},
            {name: output.childOutputName() for name, output in step.modelOutputs().items()},
        )
        for key, step in one.childAlgorithms().items()
    }
    return steps, [(a.name(), a.type(), int(a.flags())) for a in one.parameterDefinitions()]


def test_a_model_refuses_what_its_tools_refuse(sample):
    made, context = model("designateandcheck"), QgsProcessingContext()
    layers = {"BUILDINGS": "bygninger", "PARCELS": "jordstykker", "ZONES": "zoner"}
    written = {one.name(): "TEMPORARY_OUTPUT" for one in made.destinationParameterDefinitions()}
    given = {name: f"{sample}|layername={layer}" for name, layer in layers.items()} | written
    assert made.checkParameterValues(given, context) == (True, "")
    for wrong, said in (
        ({"MAX_PLOT_RATIO": "32,5"}, "MAX_PLOT_RATIO = 32,5 cannot be used."),
        ({"MAX_PLOTRATIO": 30}, "Unknown parameter MAX_PLOTRATIO."),
        ({"BUILDINGS": given["PARCELS"]}, "are the same layer: "),
    ):
        fine, why = made.checkParameterValues({**given, **wrong}, context)
        assert not fine
        assert said in why
    shared = {**given, "ZONES": given["PARCELS"]}  # every parcel given lies in åben-lav
    assert made.checkParameterValues(shared, context) == (True, "")


def test_what_must_last_may_lie_between_two_steps_and_is_warned_of_at_the_end(provider):
    made = QgsProcessingModelChildAlgorithm("lyngby_heritage:createsampledata")
    made.setChildId("eksempel")
    made.addParameterSources("PROPERTY_COUNT", [QgsProcessingModelChildParameterSource.fromStaticValue(20)])
    collected = QgsProcessingModelChildAlgorithm("lyngby_heritage:collectdata")
    collected.setChildId("saml")
    collected.addParameterSources(
        "INPUT", [QgsProcessingModelChildParameterSource.fromChildOutput("eksempel", "OUTPUT")]
    )
    end = QgsProcessingModelOutput("Data")
    end.setChildId("saml")
    end.setChildOutputName("OUTPUT")
    collected.setModelOutputs({"Data": end})
    model = QgsProcessingModelAlgorithm("model", "")
    model.addChildAlgorithm(made)
    model.addChildAlgorithm(collected)
    model.updateDestinationParameters()
    (name,) = [one.name() for one in model.destinationParameterDefinitions()]
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    results, fine = model.run({name: "TEMPORARY_OUTPUT"}, context, feedback, {}, False)
    assert fine, feedback.textLog()
    said = [line for line in feedback.textLog().splitlines() if "is temporary" in line]
    assert said == [f"{results[name]} is temporary, and QGIS deletes it when it closes. Copy it to where it lasts."]


def test_reading_a_model_again_leaves_no_parameter_that_python_takes_for_another(provider):
    """A parameter that QGIS has freed must be gone in Python too: what stands at its address next is taken for it."""

    def known():
        gc.collect()
        found = [one for one in gc.get_objects() if isinstance(one, QgsProcessingParameterDefinition)]
        return sum(not sip.ispycreated(one) for one in found)  # those that Python makes are told when they are freed

    before = known()
    for model in [one for one in provider.algorithms() if one.name() in TEXTS]:
        model.load()
    assert known() == before


def test_no_tool_hands_a_clone_of_a_parameter_to_qgis(provider):
    """For the same reason."""
    tools = [one for one in provider.algorithms() if one.name() not in TEXTS]
    made_by_qgis = [
        f"{tool.name()}.{one.name()}"
        for tool in tools
        for one in tool.parameterDefinitions()
        if not sip.ispycreated(one)
    ]
    assert len(tools) == len(TOOLS)
    assert made_by_qgis == []


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({}, 0),
        ({"PROFILE": True}, 3),
        ({"PROFILE": True, "VALUE4_RULE": 4}, 4),  # what is given goes before the profile
    ],
)
def test_the_profile_of_a_model_is_that_of_its_steps(sample, tmp_path, given, rule):
    """A profile that designates every 4 and allows 1 % of plot ratio: as the tools themselves come out under it."""
    folder = profile_in(tmp_path / "vores", parametre={"VALUE4_RULE": 3, "MAX_PLOT_RATIO": 1})
    profile = {"PROFILE": str(folder)} if given.pop("PROFILE", False) else {}
    layers = {"BUILDINGS": f"{sample}|layername=bygninger", "PARCELS": f"{sample}|layername=jordstykker"}
    everywhere = [(square(700_000, 6_170_000, 50_000), "by")]  # a zone that states no limit: the parameter holds
    layers["ZONES"] = write_layer(tmp_path / "z.gpkg", "zoner", everywhere, ("navn:text",))
    written = {"plots": str(tmp_path / "g.gpkg"), "designated_buildings": str(tmp_path / "u.gpkg")}
    run(model("designateandcheck"), {**layers, **written, **profile, **given})
    alone = {"BUILDINGS": layers["BUILDINGS"], "PARCELS": layers["PARCELS"], "OUTPUT": str(tmp_path / "a.gpkg")}
    run(model("classifybuildings"), {**alone, **profile, "VALUE4_RULE": rule})

    def of(name, field):
        return [one[field] for one in QgsVectorLayer(str(tmp_path / name), "a", "ogr").getFeatures()]

    assert of("u.gpkg", "udpegning") == of("a.gpkg", "udpegning")
    assert (1.0 in of("g.gpkg", "tilladt_procent")) == bool(profile)


@pytest.mark.parametrize(("desktop", "rule"), [(True, 3), (False, 0)])
def test_what_a_dialog_filled_in_is_nobody_s_choice(sample, tmp_path, monkeypatch, desktop, rule):
    """A dialog hands on every value; a batch that says 0 means it."""
    monkeypatch.setattr(shipped_model, "is_desktop", lambda: desktop)
    folder = profile_in(tmp_path / "vores", parametre={"VALUE4_RULE": 3})
    made, context = model("designateandcompare"), QgsProcessingContext()
    given = {"PROFILE": str(folder), "VALUE4_RULE": 0}
    assert made.by_profile(given, context) == {**given, "VALUE4_RULE": rule}
    told = [note.values["parameter"] for note in made.replaced(given, context)]
    assert told == (["VALUE4_RULE"] if desktop else [])


def test_a_profile_that_is_not_there_is_refused_before_a_step_runs(sample):
    made, context = model("registerstodesignation"), QgsProcessingContext()
    written = {one.name(): "TEMPORARY_OUTPUT" for one in made.destinationParameterDefinitions()}
    given = {"SAVE": f"{sample}|layername=fbb", **written}
    assert made.checkParameterValues({**given, "PROFILE": "gladsaxe"}, context) == (True, "")
    fine, why = made.checkParameterValues({**given, "PROFILE": "gladsakse"}, context)
    assert not fine
    assert "gladsakse" in why
