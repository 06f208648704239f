"""What the dialogs have in common, and what of it a command line sees."""

import re
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from lyngby_heritage.core.common.errors import HeritageError, Note
from lyngby_heritage.processing import dialog
from lyngby_heritage.processing.inputs import profile
from lyngby_heritage.processing.inputs.parameter_help import OF_EVERY_TOOL
from lyngby_heritage.processing.inputs.parameter_help_of_one_tool import OF_ONE_TOOL
from lyngby_heritage.processing.inputs.parameters import numbered, without_numbers
from lyngby_heritage.processing.tools.classify_buildings import ClassifyBuildings
from lyngby_heritage.processing.tools.hearing_report import HearingReport
from lyngby_heritage.processing.tools.provider import TOOLS

TEXTS = Path(__file__).resolve().parents[2] / "lyngby_heritage" / "i18n" / "lyngby_heritage_da.ts"
ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced


def definitions(tool):
    """The parameters of a tool, which live no longer than it does."""
    algorithm = tool().create()
    yield from algorithm.parameterDefinitions()


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.NAME)
def test_every_parameter_has_its_help_and_its_place(tool):
    for one in definitions(tool):
        assert one.help(), one.name()
        assert one.help() != one.description()
        rare = not one.isDestination() and not isinstance(one, dialog.LAYERS) and one.name() not in tool.FRONT
        assert bool(one.flags() & ADVANCED) is rare, one.name()
    assert set(tool.FRONT) <= {one.name() for one in definitions(tool)}


def test_no_help_is_of_a_parameter_that_there_is_not():
    there = {(tool.NAME, one.name()) for tool in TOOLS for one in definitions(tool)}
    assert set(OF_EVERY_TOOL) <= {name for _, name in there}
    assert set(OF_ONE_TOOL) <= there


def test_a_command_line_sees_nothing_of_the_window():
    for tool in TOOLS:
        for one in definitions(tool):
            assert one.metadata() == {}
            if one.type() == "enum":
                assert one.options() == without_numbers(one.options())


def test_a_window_numbers_the_choices_once_and_names_the_widgets(monkeypatch):
    monkeypatch.setattr(dialog, "is_desktop", lambda: True)
    for tool in TOOLS:
        for one in definitions(tool):
            if one.type() == "enum":
                assert one.options() == numbered(without_numbers(one.options()))
                assert without_numbers(without_numbers(one.options())) == without_numbers(one.options())
            if one.type() in ("source", "raster"):
                assert one.metadata() == {"widget_wrapper": {"class": dialog.LAYER_WIDGET}}


@pytest.mark.parametrize(
    ("default", "largest", "decimals"),
    [(40.0, 1000, 2), (None, 1000, 2), (0.75, 1, 3), (0.6667, 1, 4), (33.3333, 100, 4), (0.1 + 0.2, 1, 3)],
)
def test_a_dialog_rounds_no_default(default, largest, decimals):
    number = QgsProcessingParameterNumber(
        "A", "a", QgsProcessingParameterNumber.Type.Double, default, optional=True, minValue=0, maxValue=largest
    )
    assert dialog.decimals_of(number) == decimals


def test_the_help_in_a_window_calls_parameters_what_stands_above_their_fields(monkeypatch):
    """A word of the registers is none of them, though a tool has a parameter of its name."""
    folder = QgsProcessingParameterString("FOLDER", "Folder of the hearing (new)")
    property_ = QgsProcessingParameterString("PROPERTY", "Property: BFE number, or a place")
    bbr = QgsProcessingParameterString("BBR", "Buildings (BBR) with history")
    text = "Names stand in FOLDER alone, and PROPERTY is one of BBR. OTHER_NAME is nobody's."
    expected = (
        "Names stand in {0}Folder of the hearing{1} alone, and {0}Property{1} is one of BBR. OTHER_NAME is nobody's."
    )
    for danish, quotes in ((False, "''"), (True, "»«")):
        monkeypatch.setattr(dialog, "is_danish", lambda danish=danish: danish)
        assert dialog.by_labels(text, [folder, property_, bbr]) == expected.format(*quotes)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.NAME)
def test_no_tool_s_help_names_a_parameter_by_its_code_in_a_window(tool, monkeypatch):
    monkeypatch.setattr(profile, "is_desktop", lambda: True)
    algorithm = tool().create()
    names = {one.name() for one in algorithm.parameterDefinitions()} - set(dialog.WORDS)
    assert names & set(re.findall(r"[A-Z][A-Z0-9_]+", algorithm.shortHelpString())) == set()


VALUES = {("comparescenarios", "VARIANTS"): {"UNIFORM_SHARE"}}
"""Names that help tells as what is written into a table."""


def test_no_tip_of_a_window_names_a_parameter_by_its_code(monkeypatch):
    """Those of other tools neither; on a command line they stand as ever."""
    algorithms = [tool().create() for tool in TOOLS]
    names = {one.name() for each in algorithms for one in each.parameterDefinitions()} - set(dialog.WORDS)
    assert "BEFORE" in next(one.help() for one in definitions(HearingReport) if one.name() == "TITLE")
    monkeypatch.setattr(dialog, "is_desktop", lambda: True)
    for tool in TOOLS:
        for one in definitions(tool):
            told = names & set(dialog.WORD.findall(one.help()))
            assert told == VALUES.get((tool.NAME, one.name()), set()), (tool.NAME, one.name(), one.help())


def test_no_text_of_the_panels_and_no_danish_tip_names_a_parameter_by_its_code():
    """A tip may where the English does: a window puts labels there."""
    names = {one.name() for tool in TOOLS for one in definitions(tool)} - set(dialog.WORDS)
    for message in ElementTree.parse(TEXTS).iter("message"):
        places = {str(one.get("filename")) for one in message.findall("location")}
        told, danish = (
            names & set(dialog.WORD.findall(re.sub(r"{[^}]*}", "", message.findtext(one, ""))))
            for one in ("source", "translation")
        )
        if any("/desktop/" in one for one in places):
            assert not told | danish, message.findtext("source")
        if any("parameter_help" in one for one in places):
            assert told == danish, message.findtext("source")


def test_a_field_is_told_by_all_of_its_label():
    """Nine of a tool's are called 'Field', before the colon."""
    tool = ClassifyBuildings().create()
    text = "Name the field in SAVE_FIELD, USE_FIELD or PARCEL_PROPERTY_FIELD."
    said = dialog.message_by_labels(text, tool.parameterDefinitions())
    labels = ("Field: SAVE value", "Field: Use", "Field of the parcels: property")
    assert [one in said for one in labels] == [True, True, True], said


def test_a_parameter_of_other_tools_has_its_label_though_they_explain_it_in_different_words(monkeypatch):
    algorithms = [tool().create() for tool in TOOLS]
    every = [one for each in algorithms for one in each.parameterDefinitions()]
    assert len({one.description() for one in every if one.name() == "STATE"}) > 1
    provider = SimpleNamespace(algorithms=lambda: algorithms)
    registry = SimpleNamespace(providerById=lambda name: provider)
    monkeypatch.setattr(dialog, "QgsApplication", SimpleNamespace(processingRegistry=lambda: registry))
    said = dialog.message_by_labels("The package is of a draft (STATE = 0), made by BEFORE.", ())
    assert said == "The package is of a draft ('State of the plan' = 0), made by BEFORE."


SEEN = [
    ("PROPERTY: no such property is in the layer X.", "{0}Property{1}: no such property is in the layer X."),
    ("PROPERTY (Property: BFE number, or a place) is missing.", "{0}Property{1} is missing."),
    ("The layer parcels (PARCELS) has no rows.", "The layer parcels ({0}Parcels of land{1}) has no rows."),
    ("BBR = C:/no/BBR.gpkg cannot be used.", "{0}Buildings (BBR) with history{1} = C:/no/BBR.gpkg cannot be used."),
    ("In BBR nothing is known of it.", "In BBR nothing is known of it."),
    ("'FOLDER' and layername=FOLDER and C:/FOLDER/a, FOLDER.gpkg", None),
    ("Give it as DECISIONS, and OUTPUT anew.", "Give it as {0}Council's decisions{1}, and OUTPUT anew."),
]
"""A message, and what stands in a window; None where that is the same."""


@pytest.mark.parametrize(("text", "expected"), SEEN)
def test_a_message_in_a_window_calls_parameters_by_their_labels_and_a_command_line_by_their_names(
    text, expected, monkeypatch
):
    """Those of another tool too; a path, a quoted name and a word of the registers stay as they are."""
    given = [
        QgsProcessingParameterString("FOLDER", "Folder of the hearing (new)"),
        QgsProcessingParameterString("PROPERTY", "Property: BFE number, or a place"),
        QgsProcessingParameterString("PARCELS", "Parcels of land"),
        QgsProcessingParameterString("BBR", "Buildings (BBR) with history"),
    ]
    others = {"DECISIONS": "Council's decisions"}
    monkeypatch.setattr(
        dialog, "_of_others", lambda names: [dialog._called(one, others[one]) for one in names if one in others]
    )
    assert dialog.as_seen(text, given) == text
    monkeypatch.setattr(dialog, "is_desktop", lambda: True)
    for danish, quotes in ((False, "''"), (True, "»«")):
        monkeypatch.setattr(dialog, "is_danish", lambda danish=danish: danish)
        assert dialog.as_seen(text, given) == (expected or text).format(*quotes)
    with dialog.speaking_of(given):
        assert dialog.as_seen(text) == (expected or text).format("»", "«")


def test_a_value_that_is_a_parameter_and_a_word_of_the_registers_is_the_parameter(monkeypatch):
    given = [QgsProcessingParameterString("SAVE", "SAVE values (FBB)")]
    note = Note("{parameter} was given {layer}. SAVE is a way to value.", {"parameter": "SAVE", "layer": "SAVE"})
    assert dialog.told_as_seen(note, given) == "SAVE was given SAVE. SAVE is a way to value."
    monkeypatch.setattr(dialog, "is_desktop", lambda: True)
    assert dialog.told_as_seen(note, given) == "'SAVE values' was given SAVE. SAVE is a way to value."


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.NAME)
def test_what_a_tool_refuses_in_a_window_names_no_parameter_by_its_code(tool, monkeypatch):
    """The values are nobody's: each parameter that can refuse one does."""
    monkeypatch.setattr(dialog, "is_desktop", lambda: True)
    algorithm = tool().create()
    names = {one.name() for one in algorithm.parameterDefinitions()}
    wrong = dict.fromkeys(names - {"PROFILE"}, "C:/there/is/none")
    for values in ({}, wrong):
        _, said = algorithm.checkParameterValues(values, QgsProcessingContext())
        assert not names & set(dialog.CODE.findall(said)) - set(dialog.WORDS), said


def test_a_run_in_a_window_stops_and_tells_by_the_labels(monkeypatch):
    """What it raises and what it logs; on a command line the names stand as ever."""

    def run_tool(self, parameters, context, feedback):
        self.tell(feedback, [Note("{layer} ({parameter}) is odd.", {"layer": "x", "parameter": "BUILDINGS"})])
        raise HeritageError("BUILDINGS: nothing in it.")

    monkeypatch.setattr(ClassifyBuildings, "run_tool", run_tool)
    for desktop, words in ((False, "BUILDINGS"), (True, "'Buildings with SAVE values'")):
        monkeypatch.setattr(dialog, "is_desktop", lambda desktop=desktop: desktop)
        algorithm, feedback = ClassifyBuildings().create(), QgsProcessingFeedback()
        with pytest.raises(QgsProcessingException, match=f"^{words}: nothing in it.$"):
            algorithm.processAlgorithm({}, QgsProcessingContext(), feedback)
        assert f"x ({words}) is odd." in feedback.textLog()
