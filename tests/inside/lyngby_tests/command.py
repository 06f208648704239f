"""`qgis_process run …` inside the qgis_process that runs already: the same steps, texts and code, without the start.

test_command.py holds it beside the real program. Not repeated: the dots of the progress on standard output, and in the
JSON the versions and file suffixes of QGIS.
"""

import gc
import json
import os
import tempfile
from contextlib import contextmanager

from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent

# What is loaded by now stays: looking through it after every run would take longer than many a run.
gc.collect()
gc.freeze()

OPTIONS = ("--json", "--verbose", "--no-python", "--skip-loading-plugins")


def run(arguments, stdin=None):
    """Exit code, standard output and standard error of `qgis_process` with these arguments, the first being `run`."""
    _, *rest = arguments
    before, after = (rest[: rest.index("--")], rest[rest.index("--") + 1 :]) if "--" in rest else (rest, [])
    as_json = "--json" in before
    algorithm_id, *more = [one for one in before if one not in OPTIONS]
    if "-" in more:
        as_json = True
        parameters = json.loads(stdin)["inputs"]
    else:
        parameters = parameters_of([*more, *after])
    run = Execution(algorithm_id, parameters, as_json)
    with standard_error() as err:
        code = run.execute()
        # Let go of everything, so that what was written is closed and the next run finds nothing of this one.
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.DeferredDelete)
    return code, "".join(run.out), "".join(err)


@contextmanager
def standard_error():
    """What is written on standard error meanwhile, by whom ever: the program itself writes its message log there."""
    lines = []
    with tempfile.TemporaryFile() as file:
        kept = os.dup(2)
        os.dup2(file.fileno(), 2)
        try:
            yield lines
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            file.seek(0)
            lines.append(file.read().decode(errors="replace"))


def to_error(text):
    os.write(2, text.encode())


def parameters_of(arguments):
    """NAME=value as it is given; a name that is repeated gets the list of its values."""
    parameters = {}
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if not equals:
            continue
        if name not in parameters:
            parameters[name] = value
        elif isinstance(parameters[name], list):
            parameters[name].append(value)
        else:
            parameters[name] = [parameters[name], value]
    return parameters


class Execution:
    """One run of one tool."""

    def __init__(self, algorithm_id, parameters, as_json):
        self.algorithm_id = algorithm_id
        self.parameters = parameters
        self.as_json = as_json
        self.out = []

    def execute(self):
        algorithm = QgsApplication.processingRegistry().algorithmById(self.algorithm_id)
        if algorithm is None:
            to_error(f"Algorithm {self.algorithm_id} not found!\n")
            return 1
        if not self.as_json:
            self.list("Inputs", self.parameters, plain=True)
            self.out.append("\n")
        context = QgsProcessingContext()
        if not (self.complete(algorithm, context) and self.accepted(algorithm, context)):
            return 1
        if not self.as_json:
            self.out.append("\n")
        feedback = Feedback(self)
        results, ok = algorithm.run(self.parameters, context, feedback)
        if not ok:
            return 1
        if not self.as_json:
            self.list("Results", results)
            return 0
        details = {"id": algorithm.id(), "name": algorithm.displayName()}
        answer = {
            "algorithm_details": details,
            "inputs": self.parameters,
            "log": feedback.said,
            "results": {name: plain_value(value) for name, value in results.items()},
        }
        self.out.append(json.dumps(answer, ensure_ascii=False, indent=2, sort_keys=True))
        return 0

    def complete(self, algorithm, context):
        missing = [
            one
            for one in algorithm.parameterDefinitions()
            if one.name() not in self.parameters
            and not one.flags() & QgsProcessingParameterDefinition.FlagOptional
            and not one.checkValueIsAcceptable(None, context)
        ]
        if missing:
            names = "".join(f"\t{one.name()}:\t{one.description()}\n" for one in missing)
            to_error(f"ERROR: The following mandatory parameters were not specified\n\n{names}")
        return not missing

    def accepted(self, algorithm, context):
        good, why = algorithm.checkParameterValues(self.parameters, context)
        if not good:
            to_error(f"ERROR:\tAn error was encountered while checking parameter values\n\t{why}\n")
        return good

    def list(self, title, values, plain=False):
        line = "-" * 16
        self.out.append(f"\n{line}\n{title}\n{line}\n\n")
        self.out += [f"{name}:\t{as_text(value, plain)}\n" for name, value in sorted(values.items())]


def plain_value(value):
    """A result as JSON can hold it: what Qt calls an invalid value is null."""
    if isinstance(value, (list, tuple)):
        return [plain_value(one) for one in value]
    if isinstance(value, dict):
        return {name: plain_value(one) for name, one in value.items()}
    return value if isinstance(value, (str, int, float)) else None


def as_text(value, plain):
    """A value as the program prints it; a list among the inputs prints as nothing."""
    if isinstance(value, list):
        return "" if plain else ", ".join(as_text(one, plain) for one in value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.17g}" if value != round(value, 6) else f"{value:g}"
    return "" if plain_value(value) is None else str(value)


class Feedback(QgsProcessingFeedback):
    """What is said on the console or, as JSON, kept for the end. QGIS's own part of it writes the message log."""

    def __init__(self, execution):
        super().__init__()
        self.execution = execution
        self.said = {}

    def keep(self, kind, text, line):
        if self.execution.as_json:
            self.said.setdefault(kind, []).append(text)
        elif kind == "errors":
            to_error(line)
        else:
            self.execution.out.append(line)

    def setProgressText(self, text):
        if not self.execution.as_json:
            self.execution.out.append(f"{text}\n")

    def pushInfo(self, info):
        self.keep("info", info, f"{info}\n")

    def pushCommandInfo(self, info):
        self.keep("info", info, f"{info}\n")

    def pushDebugInfo(self, info):
        self.keep("info", info, f"{info}\n")

    def pushConsoleInfo(self, info):
        self.keep("info", info, f"{info}\n")

    def pushFormattedMessage(self, html, text):
        self.keep("info", text, f"{text}\n")

    def pushWarning(self, warning):
        self.keep("warning", warning, f"WARNING:\t{warning}\n")

    def reportError(self, error, fatal=False):
        self.keep("errors", error, f"ERROR:\t{error}\n")
        super().reportError(error, fatal)
