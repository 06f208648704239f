#!/usr/bin/env python3
"""Writes lyngby_heritage/data/models/: the example models, as QGIS's modeler keeps them.

    tools/make_models.py

Needs QGIS's Python. A model is a list of steps here; what its inputs and outputs are called stands in the tools.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_HASH_SEED", "0")  # else the attributes of each line come in another order every time
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QPointF  # noqa: E402

from lyngby_heritage.paths import MODELS  # noqa: E402
from lyngby_heritage.processing.tools.provider import TOOLS, HeritageProvider  # noqa: E402

PLAN = {
    "registerstodesignation": (
        {"SAVE": True, "SAVE_SECOND": False, "FOOTPRINTS": False, "BBR": False, "FLOORS": False, "UNITS": False}
        | {"PARCELS": False, "CONTEXT_BUILDINGS": False, "DECISIONS": False, "VALUE4_RULE": True}
        | {"PROFILE": False},
        (
            ("preparebuildings", {}, {"OUTPUT": "Prepared buildings", "OUTPUT_UNMATCHED": "Unmatched"}),
            (
                "classifybuildings",
                {"BUILDINGS": ("preparebuildings", "OUTPUT")},
                {"OUTPUT": "Designated buildings", "OUTPUT_HTML": "Report"},
            ),
        ),
    ),
    "designateandcheck": (
        {"BUILDINGS": True, "PARCELS": True, "ZONES": True, "PLANS": False, "SUB_AREAS": False, "FLOORS": False}
        | {"CONTEXT_BUILDINGS": False, "DECISIONS": False, "VALUE4_RULE": True, "MAX_PLOT_RATIO": True}
        | {"PROFILE": False},
        (
            ("classifybuildings", {}, {"OUTPUT": "Designated buildings", "OUTPUT_HTML": "Report of the designation"}),
            (
                "checkplotratio",
                {"BUILDINGS": ("classifybuildings", "OUTPUT")},
                {"OUTPUT": "Plots", "OUTPUT_HTML": "Report of the plots"},
            ),
        ),
    ),
    "designateandcompare": (
        {"BUILDINGS": True, "PARCELS": False, "CONTEXT_BUILDINGS": False, "DECISIONS": False, "VALUE4_RULE": True}
        | {"BEFORE": True, "PROFILE": False},
        (
            ("classifybuildings", {}, {"OUTPUT": "Designated buildings"}),
            (
                "comparedesignations",
                {"AFTER": ("classifybuildings", "OUTPUT")},
                {"OUTPUT": "Changes", "OUTPUT_HTML": "Report"},
            ),
        ),
    ),
}
"""Model → its inputs (required?), and its steps: the tool, what it takes of a step before, its outputs by name."""


def model(name):
    """One model."""
    inputs, steps = PLAN[name]
    made = QgsProcessingModelAlgorithm(name, "lyngby_heritage")
    tools = {tool.NAME: tool().create() for tool in TOOLS}
    for place, (parameter, required) in enumerate(inputs.items()):
        first = next(tools[tool] for tool, _, _ in steps if tools[tool].parameterDefinition(parameter) is not None)
        definition = first.parameterDefinition(parameter).clone()
        optional = QgsProcessingParameterDefinition.Flag.FlagOptional
        definition.setFlags(definition.flags() & ~optional if required else definition.flags() | optional)
        definition.setHelp("")
        component = QgsProcessingModelParameter(parameter)
        component.setPosition(QPointF(120 + 220 * (place % 5), 60 + 70 * (place // 5)))
        made.addModelParameter(definition, component)
    for place, (tool, taken, outputs) in enumerate(steps):
        made.addChildAlgorithm(_step(tools[tool], place, inputs, taken, outputs))
    made.setParameterOrder(list(inputs))
    return made


def _step(tool, place, inputs, taken, outputs):
    source = QgsProcessingModelChildParameterSource
    step = QgsProcessingModelChildAlgorithm(f"lyngby_heritage:{tool.name()}")
    step.setChildId(tool.name())
    step.setDescription(tool.displayName())
    step.setPosition(QPointF(340 + 300 * place, 260 + 120 * place))
    for definition in tool.parameterDefinitions():
        if definition.name() in taken:
            step.addParameterSources(definition.name(), [source.fromChildOutput(*taken[definition.name()])])
        elif definition.name() in inputs:
            step.addParameterSources(definition.name(), [source.fromModelParameter(definition.name())])
    kept = {}
    for number, (output, name) in enumerate(outputs.items()):
        one = QgsProcessingModelOutput(name)
        one.setChildId(tool.name())
        one.setChildOutputName(output)
        one.setDescription(name)
        one.setPosition(QPointF(640 + 300 * place, 260 + 120 * place + 60 * number))
        kept[name] = one
    step.setModelOutputs(kept)
    return step


def main():
    """Write the files."""
    application = QgsApplication([], False)
    application.initQgis()
    provider = HeritageProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    MODELS.mkdir(parents=True, exist_ok=True)
    for name in PLAN:
        if not model(name).toFile(str(MODELS / f"{name}.model3")):
            raise SystemExit(f"{name} cannot be written")
    print(f"{MODELS.relative_to(ROOT)}: {', '.join(PLAN)}")
    sys.stdout.flush()
    os._exit(0)  # QGIS's own teardown may crash after the work is done


if __name__ == "__main__":
    main()
