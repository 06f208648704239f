"""Runs every tool in this one process, each into the same files as often as is said, where files behave as on Windows.

    python3 every_tool.py FOLDER

One process is harder than qgis_process again and again: what a run has left open stands in the way of the next, as in
the desktop. Prints JSON: the errors of the runs by name, and what was refused.
"""

import json
import sys
from pathlib import Path

import windows_files
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
)
from tool_runs import runs


class Said(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.error = ""
        self.warnings = []

    def pushWarning(self, warning):  # noqa: N802 - QGIS's name
        self.warnings.append(warning)

    def reportError(self, error, fatalError=False):  # noqa: N802, N803 - QGIS's names
        self.error = error


WARNINGS = []
"""What any run has warned of."""


def run(tool, parameters):
    """What went wrong, or ""."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"lyngby_heritage:{tool}")
    context, feedback = QgsProcessingContext(), Said()
    context.setFeedback(feedback)
    fine, why = algorithm.checkParameterValues(parameters, context)
    if not fine:
        return why
    try:
        _, fine = algorithm.run(parameters, context, feedback, {}, False)
    except QgsProcessingException as error:
        return str(error)
    WARNINGS.extend(f"{tool}: {one}" for one in feedback.warnings)
    return "" if fine else feedback.error or "failed"


def main():
    application = QgsApplication([], False)
    application.initQgis()
    from lyngby_heritage.processing.outputs import held, moving
    from lyngby_heritage.processing.tools.provider import TOOLS, HeritageProvider

    provider = HeritageProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    windows_files.pretend()
    folder = Path(sys.argv[1])
    failed, ran = {}, []
    own = f"{folder / 'klar.gpkg'}|layername=klar"
    beside = f"ogr:dbname='{folder / 'klar.gpkg'}' table=\"udpegning\" (geom)"
    into_its_own_file = ("classifybuildings", 2, {"BUILDINGS": own, "OUTPUT": beside})
    for tool, times, parameters in [*runs(folder), into_its_own_file]:
        for number in range(1, times + 1):
            wrong = run(tool, parameters)
            ran.append(tool)
            if wrong:
                failed[f"{tool} {number}"] = wrong
    seen = {"ran": ran, "failed": failed, "refused": list(windows_files.HITS), "warnings": WARNINGS}
    seen["tools"] = [tool.NAME for tool in TOOLS]
    seen["temporary"] = [one.name for one in Path(QgsProcessingUtils.tempFolder()).rglob("*") if one.is_file()]
    held.PAUSES, moving.let_go, held.let_go = (), lambda: None, lambda: None
    (apart := folder.with_name(f"{folder.name}_holdt")).mkdir()
    again = next(parameters for tool, _, parameters in runs(folder) if tool == "validatedata")
    again |= {name: str(apart / Path(again[name]).name) for name in ("OUTPUT", "OUTPUT_HTML")}
    seen["without_letting_go"] = run("validatedata", again)
    windows_files.stop()
    print(json.dumps(seen))
    sys.stdout.flush()
    QgsApplication.exitQgis()


if __name__ == "__main__":
    main()
