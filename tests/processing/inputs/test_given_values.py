"""A value that cannot be read as it is meant is refused by every tool, with the value and what is expected instead."""

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProperty,
)

from lyngby_heritage.processing.inputs.given_values import refusal, without_blanks
from lyngby_heritage.processing.tools.provider import HeritageProvider

NAN, ENDLESS = float("nan"), float("inf")
WHOLE = QgsProcessingParameterNumber.Type.Integer
DECIMAL = QgsProcessingParameterNumber.Type.Double


@pytest.fixture(scope="module")
def definitions(qgis_app):
    """(tool, definition) of each parameter of each tool."""
    provider = HeritageProvider()
    provider.loadAlgorithms()
    tools = [one.create() for one in provider.algorithms()]
    return [(tool, definition) for tool in tools for definition in tool.parameterDefinitions()]


def why(definition, value):
    return refusal(definition, {definition.name(): value}, QgsProcessingContext())


def of_kind(definitions, kind):
    found = [(tool, one) for tool, one in definitions if isinstance(one, kind)]
    assert found
    return found


def test_every_number_of_every_tool_refuses_what_is_no_number_in_its_range(definitions):
    for tool, one in of_kind(definitions, QgsProcessingParameterNumber):
        beyond = [one.minimum() - 1] + ([one.maximum() + 1] if one.maximum() < 2**31 - 1 else [])
        for value in ("32,5", "1 5", "1_0", "tre", "5 %", "nan", "inf", "1e400", NAN, ENDLESS, True, [3], *beyond):
            fine, said = tool.checkParameterValues({one.name(): value}, QgsProcessingContext())
            assert not fine, (tool.name(), one.name(), value)
            assert f"{one.name()} = {value} cannot be used." in said
            assert f"number from {one.minimum():g} to" in said or f"number of at least {one.minimum():g}." in said


def test_a_whole_number_takes_no_fraction(definitions):
    one = QgsProcessingParameterNumber("N", "n", WHOLE, 2, minValue=1, maxValue=6)
    assert why(one, "2.5") == "N = 2.5 cannot be used. Expected is a whole number from 1 to 6."
    assert [why(one, value) for value in (2, 2.0, "2", "2.0", "6")] == [""] * 5


def test_a_decimal_comma_is_refused_with_the_number_as_it_is_written():
    one = QgsProcessingParameterNumber("RATIO", "r", DECIMAL, None, optional=True, minValue=0, maxValue=1000)
    assert why(one, "32,5") == (
        "RATIO = 32,5 cannot be used. Expected is a number from 0 to 1000. Decimals stand behind a point: 32.5."
    )
    assert why(one, "32.5") == why(one, 32.5) == why(one, "3.25e1") == ""


def test_a_number_computed_by_an_expression_is_held_to_the_same_range():
    one = QgsProcessingParameterNumber("N", "n", DECIMAL, 1, minValue=0, maxValue=10)
    assert why(one, QgsProperty.fromExpression("2 * 3")) == ""
    assert "N = 60 cannot be used" in why(one, QgsProperty.fromExpression("20 * 3"))
    assert "N = None cannot be used" in why(one, QgsProperty.fromExpression("nothing_of_the_name"))


def test_every_choice_of_every_tool_takes_the_number_of_an_option_and_tells_the_options(definitions):
    for tool, one in of_kind(definitions, QgsProcessingParameterEnum):
        not_one = "1,99" if one.allowMultiple() else "1,5"  # of several it is a list
        for value in (1.5, "1.5", not_one, len(one.options()), -1, "-1", NAN, "BR18", True, [0, 99]):
            fine, said = tool.checkParameterValues({one.name(): value}, QgsProcessingContext())
            assert not fine, (tool.name(), one.name(), value)
            assert f"{one.name()} = {value} cannot be used." in said
            assert f"0 = {one.options()[0]}" in said
            assert one.options()[-1] in said
        assert [why(one, value) for value in (0, "0", 1, "1")] == [""] * 4


def test_yes_or_no_is_never_guessed(definitions):
    for _, one in of_kind(definitions, QgsProcessingParameterBoolean):
        for value in ("nej", "no", "2", 2, 0.5, NAN, "sandt"):
            assert f"{one.name()} = {value} cannot be used. Expected is true or false." in why(one, value)
        assert [why(one, value) for value in (True, False, "true", "False", 1, 0, "0")] == [""] * 7


def test_a_blank_number_choice_or_flag_is_the_tools_own_not_0(definitions):
    kinds = (QgsProcessingParameterNumber, QgsProcessingParameterEnum, QgsProcessingParameterBoolean)
    for _, one in of_kind(definitions, kinds):
        for blank in (None, "", " "):
            if one.defaultValue() is not None or one.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional:
                assert why(one, blank) == "", one.name()
            assert without_blanks([one], {one.name(): blank, "OTHER": ""}) == {"OTHER": ""}


def test_no_refusal_says_only_that_a_value_is_incorrect(definitions):
    """Whatever is given to whatever parameter: a refusal names the parameter and what is expected."""
    refused = 0
    for tool, one in definitions:
        for value in (None, "", 12, "nowhere", [], ["a", 3], {"a": 1}, 1.5, True, object):
            fine, said = tool.checkParameterValues({one.name(): value}, QgsProcessingContext())
            if fine or f"{one.name()} " not in said:
                continue  # accepted here: the others of the tool are missing
            refused += 1
            line = next(line for line in said.splitlines() if line.startswith(f"{one.name()} "))
            assert "Expected is " in line, (tool.name(), line)
            assert len(line.split("Expected is ")[1]) > 5
    assert refused > 300


def test_a_missing_layer_is_called_by_its_label(definitions):
    tool, one = next(pair for pair in definitions if pair[0].name() == "checkplotratio" and pair[1].name() == "PARCELS")
    _, said = tool.checkParameterValues({}, QgsProcessingContext())
    assert said.splitlines()[0] == (
        f"PARCELS ({one.description()}) is missing. Expected is a layer of the open project, or a file of layers such "
        "as C:/data/by.gpkg|layername=bygninger."
    )


def test_a_file_that_is_not_there_is_said_to_be_missing(definitions, tmp_path):
    one = next(one for tool, one in definitions if tool.name() == "checkplotratio" and one.name() == "PARCELS")
    assert why(one, f"{tmp_path}/by.gpkg|layername=a").endswith(f"There is no file {tmp_path}/by.gpkg.")


def test_a_file_that_is_there_and_cannot_be_opened_is_said_to_be_damaged(definitions, tmp_path):
    """The beginning of a GeoPackage, as a download that broke off leaves it."""
    (tmp_path / "by.gpkg").write_bytes(b"SQLite format 3\x00" + bytes(2000))
    one = next(one for tool, one in definitions if tool.name() == "checkplotratio" and one.name() == "PARCELS")
    for given in (f"{tmp_path}/by.gpkg", f"{tmp_path}/by.gpkg|layername=a"):
        said = why(one, given)
        assert given in said
        assert "The file is there, but damaged, cut off or no file of layers (" in said
        assert said.endswith("). Fetch it again.")


def test_of_several_layers_the_file_that_is_not_there_is_named(definitions, tmp_path):
    layers = next(one for tool, one in definitions if tool.name() == "maplandscape" and one.name() == "LAYERS")
    there = tmp_path / "fredning.geojson"
    there.write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")
    gone = str(tmp_path / "nej.gpkg")
    assert why(layers, [str(there), gone]).endswith(f"There is no file {gone}.")


def test_a_file_of_another_kind_is_not_said_to_be_missing(definitions, tmp_path):
    catalogue = next(one for tool, one in definitions if tool.name() == "maplandscape" and one.name() == "CATALOGUE")
    text = tmp_path / "katalog.txt"
    text.write_text("{}", encoding="utf-8")
    assert why(catalogue, str(text)).endswith("its name does not end as it must: JSON files (*.json).")
