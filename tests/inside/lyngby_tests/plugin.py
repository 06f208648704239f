"""The provider `lyngby_tests`: `pytest` runs tests, `speak` says one line of each kind."""

import json
import os
import sys

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterString,
    QgsProcessingProvider,
)

# How this process was started is no business of the programs that the tests start.
OF_THIS_START = ("LYNGBY_PROFILE", "QGIS_PLUGINPATH", "QGIS_CUSTOM_CONFIG_PATH")


class TestsPlugin:
    def initProcessing(self):
        self.provider = TestsProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        self.initProcessing()

    def unload(self):
        QgsApplication.processingRegistry().removeProvider(self.provider)


class TestsProvider(QgsProcessingProvider):
    def id(self):
        return "lyngby_tests"

    def name(self):
        return "Lyngby Heritage's tests"

    def loadAlgorithms(self):
        self.addAlgorithm(Pytest())
        self.addAlgorithm(Speak())


class Pytest(QgsProcessingAlgorithm):
    """Runs pytest here.

    ARGUMENTS is a JSON list; RECORD the file in which the outcomes are written; PYTHON what a test that starts another
    Python finds in `sys.executable`, which an embedded one guesses from the PATH.
    """

    def name(self):
        return "pytest"

    def displayName(self):
        return self.name()

    def createInstance(self):
        return type(self)()

    def initAlgorithm(self, configuration=None):
        self.addParameter(QgsProcessingParameterString("PYTHON", "Python"))
        self.addParameter(QgsProcessingParameterString("RECORD", "Record"))
        self.addParameter(QgsProcessingParameterString("ARGUMENTS", "Arguments", multiLine=True))

    def processAlgorithm(self, parameters, context, feedback):
        from . import session

        for name in OF_THIS_START:
            os.environ.pop(name, None)
        session.inside_qgis = True
        sys.executable = parameters["PYTHON"]
        session.main(parameters["RECORD"], json.loads(parameters["ARGUMENTS"]))
        sys.stdout.flush()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # the record says how it ended: nobody wants the program's JSON
        return {}


class Speak(QgsProcessingAlgorithm):
    """Says one line of each kind and gives one result of each kind; with FAIL it fails after that."""

    def name(self):
        return "speak"

    def displayName(self):
        return self.name()

    def createInstance(self):
        return type(self)()

    def initAlgorithm(self, configuration=None):
        self.addParameter(QgsProcessingParameterBoolean("FAIL", "Fail", defaultValue=False))
        self.addParameter(QgsProcessingParameterString("TEXT", "Text", multiLine=True))

    def processAlgorithm(self, parameters, context, feedback):
        feedback.setProgressText("progress of æ")
        feedback.pushInfo("info")
        feedback.pushCommandInfo("command")
        feedback.pushDebugInfo("debug")
        feedback.pushConsoleInfo("console")
        feedback.pushWarning("warning")
        feedback.reportError("error")
        feedback.pushFormattedMessage("<b>html</b>", "html")
        if self.parameterAsBool(parameters, "FAIL", context):
            raise QgsProcessingException("It failed.")
        return {
            "TEXT": parameters["TEXT"],
            "WHOLE": 3,
            "REAL": 2.5,
            "ROUND": 2.0,
            "YES": True,
            "NONE": None,
            "LIST": ["a", "b"],
            "NUMBERS": [1, 2],
        }
