"""What may be given to a parameter: a value that cannot be read as meant is refused, never taken for something else.

QGIS takes 32,5 in an optional number for 0, NaN for a number in every range, 1.5 for the option 1 and "nej" for yes.
"""

from __future__ import annotations

import math
import os
import re
from typing import Any

from qgis.core import (
    QgsFileUtils,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameters,
    QgsProcessingParameterString,
    QgsProperty,
)

from ...core.common.dates import read_date
from ..translation import mark, tr
from .parameters import is_blank, without_numbers
from .postgres import without_password
from .unopened import why_unopened

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_COMMA = re.compile(r"[+-]?\d*,\d+", re.ASCII)
_ENDLESS = 1e300
"""QGIS writes a range without an end as the largest number there is."""
_YES_OR_NO = {"true", "false", "1", "0"}
"""The texts that QGIS reads as they are meant; any other text would be yes."""
_LONGEST = 120
"""Characters of a value that a message shows."""

_EXPECTED = (
    (
        QgsProcessingParameterFeatureSource,
        mark("a layer of the open project, or a file of layers such as C:/data/by.gpkg|layername=bygninger"),
    ),
    (QgsProcessingParameterMultipleLayers, mark("a list of at least one layer of the open project, or file of layers")),
    (QgsProcessingParameterRasterLayer, mark("a raster layer of the open project, or a file such as C:/data/dtm.tif")),
    (QgsProcessingParameterField, mark("the name of one field of the layer")),
    (QgsProcessingParameterFile, mark("the path of a file or folder that exists")),
    (QgsProcessingParameterFeatureSink, mark("a file to write, such as C:/data/udpegning.gpkg")),
    (QgsProcessingParameterRasterDestination, mark("a file to write, such as C:/data/hoejde.tif")),
    (QgsProcessingParameterFolderDestination, mark("a folder to write into, such as C:/data/lokalplan")),
    (QgsProcessingParameterFileDestination, mark("a file to write, of the kind: {kinds}")),
    (QgsProcessingParameterString, mark("a text")),
)
"""What each kind of parameter takes, but for numbers, choices, yes and no, and tables."""


def without_blanks(definitions: Any, parameters: Any) -> Any:
    """The parameters without numbers, choices and yes or no that say nothing: QGIS takes some of those for 0."""
    plain = {one.name() for one in definitions if isinstance(one, _PLAIN)}
    return {name: value for name, value in parameters.items() if not (name in plain and is_blank(value))}


def refusal_of_unknown(algorithm: Any, parameters: Any) -> str:
    """Why names of parameters are refused that an algorithm does not have, which QGIS overlooks; "" when it has all."""
    known = [definition.name() for definition in algorithm.parameterDefinitions()]
    unknown = sorted(set(parameters) - set(known))
    if not unknown:
        return ""
    message = tr("Unknown parameter {unknown}. The parameters of {tool} are: {known}.")
    return message.format(unknown=", ".join(unknown), tool=algorithm.id(), known=", ".join(known))


def refusals(algorithm: Any, parameters: Any, context: Any) -> str:
    """Why values of an algorithm's parameters are refused, a line for each; "" when none is."""
    every = (refusal(definition, parameters, context) for definition in algorithm.parameterDefinitions())
    return "\n".join(one for one in every if one)


def refusal(definition: Any, parameters: Any, context: Any) -> Any:
    """Why the value of a parameter is refused, in words for the person who gave it; "" when it is not."""
    value = parameters.get(definition.name())
    if is_blank(value) or _is_blank_output(value):
        return _refusal_of_nothing(definition, value, context)
    kind: Any
    for kind, check in _READ.items():
        if isinstance(definition, kind):
            return check(definition, _static(value, context), parameters, context)
    if definition.checkValueIsAcceptable(value, context):
        return ""
    if definition.isDestination():
        return _refused(definition, value)
    return _refused(definition, value, _why_unread(definition, value))


def _why_unread(definition: Any, value: Any) -> str:
    """What is wrong with the files of an input, as far as they tell; "" where they do not."""
    if isinstance(definition, QgsProcessingParameterFile) and isinstance(value, str) and os.path.isfile(value):
        kinds = definition.fileFilter() or f"*.{definition.extension()}"
        if not QgsFileUtils.fileMatchesFilter(value, kinds):
            return tr("The file is there, but its name does not end as it must: {kinds}.").format(kinds=kinds)
    several = value if isinstance(value, (list, tuple)) else [value]
    return " ".join(dict.fromkeys(why for one in several if isinstance(one, str) for why in [why_unopened(one)] if why))


def _refusal_of_nothing(definition: Any, value: Any, context: Any) -> Any:
    optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
    if optional or definition.checkValueIsAcceptable(None, context):
        return ""
    message = tr("{parameter} ({label}) is missing. Expected is {expected}.")
    return message.format(parameter=definition.name(), label=definition.description(), expected=_expected(definition))


def _is_blank_output(value: Any) -> Any:
    return isinstance(value, QgsProcessingOutputLayerDefinition) and is_blank(value.sink.staticValue())


def _static(value: Any, context: Any) -> Any:
    """A value that is computed by an expression or a property, as it comes out."""
    if isinstance(value, QgsProperty):
        value, _ = value.value(context.expressionContext(), None)
    return value


def _refusal_of_number(definition: Any, value: Any, parameters: Any, context: Any) -> Any:
    number = _read_number(value)
    whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    if number is None or (whole and number != int(number)):
        hint = ""
        if isinstance(value, str) and _COMMA.fullmatch(value.strip()):
            hint = tr("Decimals stand behind a point: {example}.").format(example=value.strip().replace(",", "."))
        return _refused(definition, value, hint)
    read = QgsProcessingParameters.parameterAsInt if whole else QgsProcessingParameters.parameterAsDouble
    in_range = definition.minimum() <= number <= definition.maximum()
    return "" if in_range and read(definition, parameters, context) == number else _refused(definition, value)


def _read_number(value: Any) -> Any:
    """A finite number, or None."""
    if isinstance(value, str):
        value = float(value) if _NUMBER.fullmatch(value.strip()) else None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return value if math.isfinite(value) else None


def _refusal_of_choice(definition: Any, value: Any, parameters: Any, context: Any) -> Any:
    if isinstance(value, str) and definition.allowMultiple():
        chosen: list[Any] = value.split(",")
    else:
        chosen = list(value) if isinstance(value, (list, tuple)) else [value]
    numbers = [_read_number(one) for one in chosen]
    known = range(len(definition.options()))
    if any(one is None or one not in known for one in numbers):
        return _refused(definition, value)
    if definition.allowMultiple():
        several = QgsProcessingParameters.parameterAsEnums(definition, parameters, context)
        return "" if several == numbers else _refused(definition, value)
    one = QgsProcessingParameters.parameterAsEnum(definition, parameters, context)
    return "" if [one] == numbers else _refused(definition, value)


def _refusal_of_flag(definition: Any, value: Any, _parameters: Any, _context: Any) -> Any:
    known = isinstance(value, bool) or str(value).lower() in _YES_OR_NO
    return "" if known else _refused(definition, value)


def _refusal_of_table(definition: Any, value: Any, _parameters: Any, context: Any) -> Any:
    rows = isinstance(value, (list, tuple)) and any(isinstance(one, (list, tuple)) for one in value)
    if rows or definition.checkValueIsAcceptable(value, context):
        return ""  # how many cells fill a row is asked where the table is read
    return _refused(definition, value)


def _refusal_of_date(definition: Any, value: Any, parameters: Any, context: Any) -> Any:
    if definition.checkValueIsAcceptable(value, context):
        read = QgsProcessingParameters.parameterAsDateTime(definition, parameters, context)
        return "" if read.isValid() else _refused(definition, value)
    return _refused(definition, value, _as_iso(value))


def _as_iso(value: Any) -> str:
    """How a date that people write otherwise is given; "" for what is none."""
    try:
        day = read_date(str(value))
    except ValueError:
        return ""
    return tr("Write it so: {example}.").format(example=day.isoformat())


_READ: dict[type[Any], Any] = {
    QgsProcessingParameterNumber: _refusal_of_number,
    QgsProcessingParameterEnum: _refusal_of_choice,
    QgsProcessingParameterBoolean: _refusal_of_flag,
    QgsProcessingParameterMatrix: _refusal_of_table,
    QgsProcessingParameterDateTime: _refusal_of_date,
}
_PLAIN: Any = tuple(_READ)


def _refused(definition: Any, value: Any, hint: Any = "") -> Any:
    message = tr("{parameter} = {value} cannot be used. Expected is {expected}.")
    text = without_password(str(value))
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
    said = message.format(parameter=definition.name(), value=shown, expected=_expected(definition))
    return f"{said} {hint}".strip()


def _expected(definition: Any) -> Any:
    """What a parameter takes, with its range or its choices."""
    if isinstance(definition, QgsProcessingParameterNumber):
        return _expected_number(definition)
    if isinstance(definition, QgsProcessingParameterEnum):
        options = "; ".join(f"{number} = {text}" for number, text in enumerate(without_numbers(definition.options())))
        return tr("the number of a choice: {options}").format(options=options)
    if isinstance(definition, QgsProcessingParameterBoolean):
        return tr("true or false")
    if isinstance(definition, QgsProcessingParameterDateTime):
        return tr("a date: year, month and day, such as 2027-01-31")
    if isinstance(definition, QgsProcessingParameterMatrix):
        return tr("a list of cells, row after row of {columns}").format(columns=", ".join(definition.headers()))
    for kind, words in _EXPECTED:
        if isinstance(definition, kind):
            kinds = definition.fileFilter() if isinstance(definition, QgsProcessingParameterFileDestination) else ""
            return tr(words).format(kinds=kinds)
    return definition.description()


def _expected_number(definition: Any) -> Any:
    whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    smallest, largest = definition.minimum(), definition.maximum()
    endless = 2**31 - 1 if whole else _ENDLESS
    if largest < endless:
        words = (
            tr("a whole number from {smallest} to {largest}") if whole else tr("a number from {smallest} to {largest}")
        )
    else:
        words = tr("a whole number of at least {smallest}") if whole else tr("a number of at least {smallest}")
    return words.format(smallest=f"{smallest:.12g}", largest=f"{largest:.12g}")
