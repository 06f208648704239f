"""The example models that come with the plugin: files of QGIS's modeler, in the language of QGIS.

A file says which tools follow each other, and what goes where. What an input or an output is called, its help and its
default are those of the tool that it belongs to, so that they are said once and translated once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingParameterDefinition
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ...core.common.errors import HeritageError
from ...paths import HELP, MODELS, icon_of
from ..dialog import as_seen
from ..inputs.given_values import refusal_of_unknown, refusals
from ..inputs.parameters import is_blank
from ..inputs.profile import is_desktop, replaced_note, settable, taken
from ..inputs.roles import refusal_of_roles
from ..translation import mark, tr, tr_message

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ...core.common.errors import Note
    from ..base import HeritageAlgorithm

GROUP = mark("Models: several tools in one")
GROUP_ID = "modeller"
REPORT = "OUTPUT_HTML"
TEXTS: Mapping[str, tuple[str, str]] = {
    "registerstodesignation": (
        mark("From the registers to the designation"),
        mark(
            "Makes one building layer of the registers, and designates the buildings in it.\n\n"
            "The two steps are 'Prepare buildings' and 'Designate buildings', with their own defaults. Choose the "
            "registers as they were delivered; the building layer between the steps can be kept too."
        ),
    ),
    "designateandcheck": (
        mark("Designation and plot ratio"),
        mark(
            "Designates the buildings, and checks plot ratio and storeys of the plots that they stand on.\n\n"
            "The two steps are 'Designate buildings' and 'Check plot ratio and storeys', with their own defaults, on "
            "the municipality's own layers. Each has a report."
        ),
    ),
    "designateandcompare": (
        mark("Designate again, and compare"),
        mark(
            "Designates the buildings with the data of today, and says what has changed since an earlier "
            "designation, such as last year's or the one that was adopted.\n\n"
            "The two steps are 'Designate buildings' and 'Compare two designations', with their own defaults."
        ),
    ),
}
"""Model → its name and its help."""
TAGS = ("SAVE", "udpegning", "bevaringsværdig", "model", "FBB", "BBR", "lokalplan", "example", "workflow")


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model of the plugin; its id is the name of its file, whatever the language."""

    def __init__(self, name: str, tools: Sequence[type[HeritageAlgorithm]]) -> None:
        super().__init__()
        self.stem = name
        self.RARELY_SHARE: tuple[tuple[str, str], ...] = ()  # each step says it of its own
        self.tools = {tool.NAME: tool for tool in tools}
        self.load()

    def load(self) -> None:
        """Read the file. Its outputs are known only where the tools' provider is: once more, when QGIS has it."""
        if not self.fromFile(str(file_of(self.stem))):
            raise OSError(file_of(self.stem))
        self.describe()

    def createInstance(self) -> ShippedModel:
        return ShippedModel(self.stem, tuple(self.tools.values()))

    def name(self) -> str:
        return self.stem

    def displayName(self) -> str:
        return tr(TEXTS[self.stem][0])

    def group(self) -> str:
        return tr(GROUP)

    def groupId(self) -> str:
        return GROUP_ID

    def shortHelpString(self) -> str:
        return tr(TEXTS[self.stem][1])

    def shortDescription(self) -> str:
        return self.shortHelpString().split("\n\n")[0]

    def tags(self) -> list[str]:
        return list(TAGS)

    def helpUrl(self) -> str:
        page = HELP / "index.html"
        return QUrl.fromLocalFile(str(page)).toString() if page.is_file() else ""

    def svgIconPath(self) -> str:
        return str(icon_of("model"))

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    @property
    def MAY_SHARE(self) -> tuple[tuple[str, str], ...]:
        """Pairs of inputs that may be one layer: those that a step allows, and no other step that has both forbids."""
        steps = [tool for _, _, tool in self.steps()]
        return tuple(
            pair
            for pair in dict.fromkeys(pair for tool in steps for pair in tool.MAY_SHARE)
            if all(pair in tool.MAY_SHARE for tool in steps if all(map(tool.parameterDefinition, pair)))
        )

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        why = refusal_of_unknown(self, parameters)
        if why:  # which only a script can give
            return False, why
        try:
            parameters = self.by_profile(parameters, context)
        except HeritageError as error:
            return False, as_seen(tr_message(error), self.parameterDefinitions())
        why = refusals(self, parameters, context) or refusal_of_roles(self, parameters, context)
        if not why:
            fine, said = super().checkParameterValues(parameters, context)
            why = "" if fine else str(said)
        return not why, as_seen(why, self.parameterDefinitions())

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        if feedback is not None:
            for note in self.replaced(parameters, context):
                feedback.pushWarning(as_seen(tr_message(note), self.parameterDefinitions()))
        done: dict[str, Any] = super().processAlgorithm(self.by_profile(parameters, context), context, feedback)
        return done

    def replaced(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[Note]:
        """That the profile holds where the dialog had filled in another value."""
        made = self.by_profile(parameters, context)
        return [
            replaced_note(name, made[name], before)
            for name, before in parameters.items()
            if not is_blank(before) and made[name] != before
        ]

    def by_profile(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """The parameters with the profile's value for each setting that nobody gave, as the tools have it.

        A model hands every setting on to its steps, so that they would take its default for what a person chose. From
        a dialog, which hands on what it filled in, a value that is the model's own default is nobody's choice either.
        HeritageError when the profile that is named cannot be read.
        """
        model: Any = self
        profile = taken(model, parameters, context).profile
        made = dict(parameters)
        for definition in settable(self):
            name = definition.name()
            untouched = is_desktop() and parameters.get(name) == definition.defaultValue()
            if name in profile.parameters and (is_blank(parameters.get(name)) or untouched):
                made[name] = profile.parameters[name]
        return made

    def steps(self) -> Iterator[tuple[str, Any, HeritageAlgorithm]]:
        """(name of the step, the step, its tool) in the order of the file's dependencies."""
        steps = self.childAlgorithms()
        for name in sorted(steps, key=lambda one: (len(self.dependsOnChildAlgorithms(one)), one)):
            yield name, steps[name], self.tools[steps[name].algorithmId().partition(":")[2]]().create()

    def describe(self) -> None:
        """Take what inputs, outputs and steps are called, and the defaults, from the tools."""
        self.setHelpContent({"ALG_DESC": self.shortHelpString()})  # which is what qgis_process shows of a model
        steps = list(self.steps())
        for one in [one for one in self.parameterDefinitions() if not one.isDestination()]:
            self.take(next(filter(None, (tool.parameterDefinition(one.name()) for _, _, tool in steps))))
        kept = {name: self.rename(name, step, tool) for name, step, tool in steps}
        self.updateDestinationParameters()  # which puts them behind the inputs again
        for name, outputs in kept.items():
            for label, meant in outputs.items():
                own: Any = self.modelParameterFromChildIdAndOutputName(name, label)
                if own is not None:
                    result: Any = self.outputDefinition(own.name())
                    for named in (own, result):
                        named.setDescription(label)
                    own.setHelp(meant.help())

    def rename(self, name: str, step: Any, tool: HeritageAlgorithm) -> dict[str, Any]:
        """Call a step and its layers what the tool calls them; label → the tool's own output.

        A layer is called by the key of its output, and a parameter of the model goes by the description in the file.
        """
        outputs, meant = {}, {}
        for output in step.modelOutputs().values():
            definition: Any = tool.parameterDefinition(output.childOutputName())
            of_several = f": {tool.displayName()}" if output.childOutputName() == REPORT else ""
            label = f"{definition.description()}{of_several}"
            outputs[label], meant[label] = output, definition
        child: Any = self.childAlgorithm(name)
        child.setDescription(tool.displayName())
        child.setModelOutputs(outputs)
        return meant

    def take(self, meant: Any) -> None:
        """Make an input what it is in the tool, but as optional as the model has it.

        In place, for the reason that `copied` has: reading the file again frees what the model has.
        """
        optional = QgsProcessingParameterDefinition.Flag.FlagOptional
        own: Any = self.parameterDefinition(meant.name())
        may_be_empty = own.flags() & optional
        own.fromVariantMap(meant.toVariantMap())
        own.setFlags(own.flags() | optional if may_be_empty else own.flags() & ~optional)


def file_of(name: str) -> Path:
    """The file of a model."""
    return MODELS / f"{name}.model3"
