"""Which profile a run goes by, and what it makes of the parameters that nobody gave.

Precedence: the parameter PROFILE, the profile of the open project, the environment variable LYNGBY_HERITAGE_PROFILE,
the person's own setting in QGIS, the built-in settings. A run without a desktop takes no setting of a person: the same
command gives the same result for everybody.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProject,
    QgsSettings,
)
from qgis.PyQt.QtCore import QThread

from ...core.common.errors import HeritageError, Note
from ...core.common.profile import Profile, current, in_force
from ...core.common.profile_reading import built_in_profile, profile_named
from ..translation import mark, tr, tr_message
from .given_values import refusal
from .parameters import is_blank

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

PROFILE = "PROFILE"
PROVIDER = "lyngby_heritage"
PROJECT_ENTRY = (PROVIDER, "profile")
"""Scope and key in a project."""
VARIABLE = "LYNGBY_HERITAGE_PROFILE"
"""Environment variable."""
SETTING = "lyngby_heritage/profile"
"""Key in the settings of a person's QGIS."""

FROM_PARAMETER = mark("parameter PROFILE")
FROM_TOOL = mark("the tool that runs this one")
FROM_PROJECT = mark("the project")
FROM_VARIABLE = mark("environment variable LYNGBY_HERITAGE_PROFILE")
FROM_SETTING = mark("your setting in QGIS")
FROM_NOWHERE = mark("no profile was given")

SETTABLE = (
    QgsProcessingParameterNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterString,
)
"""Kinds of parameters that a profile may give a value; layers, fields and outputs are those of a run."""


@dataclass(frozen=True)
class Taken:
    """A profile, and where it was named."""

    profile: Profile
    origin: str
    """English words, one of the FROM_… above."""


def profile_parameter(default: str) -> QgsProcessingParameterFile:
    """The folder of a municipality's profile."""
    parameter = QgsProcessingParameterFile(
        PROFILE,
        tr("The municipality's profile (a folder, or the name of a profile that comes with the plugin)"),
        QgsProcessingParameterFile.Behavior.Folder,
        defaultValue=default or None,
        optional=True,
    )
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def is_desktop() -> bool:
    """Whether a person sits before QGIS, whose own settings count."""
    return QgsApplication.platform() == "desktop"


def of_project(project: QgsProject | None) -> str:
    """What a project says, "" where it says nothing."""
    return project.readEntry(*PROJECT_ENTRY, "")[0].strip() if project is not None else ""


def of_person() -> str:
    """What the person has set in QGIS, "" where nothing is."""
    return str(QgsSettings().value(SETTING, "") or "").strip()


def named_outside(project: QgsProject | None) -> tuple[str, str, Path]:
    """The profile that is named outside the parameters: the text, where, and the folder that a path counts from."""
    text = of_project(project)
    if text:
        home = project.homePath() if project is not None else ""
        return text, FROM_PROJECT, Path(home or ".")
    text = os.environ.get(VARIABLE, "").strip()
    if text:
        return text, FROM_VARIABLE, Path()
    if is_desktop() and of_person():
        return of_person(), FROM_SETTING, Path()
    return "", FROM_NOWHERE, Path()


def taken(algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], context: QgsProcessingContext) -> Taken:
    """The profile of a run; that of the tool that runs this one, where one does.

    HeritageError when the one that is named cannot be read.
    """
    around = current()
    if around is not None:
        return Taken(around, FROM_TOOL)
    given = algorithm.parameterAsString(dict(parameters), PROFILE, context) if PROFILE in parameters else ""
    if not is_blank(given):
        return Taken(profile_named(given, Path()), FROM_PARAMETER)
    text, origin, beside = named_outside(context.project())
    if not text:
        return Taken(built_in_profile(), origin)
    try:
        return Taken(profile_named(text, beside), origin)
    except HeritageError as error:
        raise HeritageError(
            "{why} It was named by: {origin}. PROFILE=indbygget takes the built-in settings instead.",
            why=tr_message(error),
            origin=tr(origin),
        ) from error


def standing() -> tuple[Profile, str]:
    """The profile that a dialog is filled from, and the text that names it.

    One that cannot be read fills nothing in here: the tool is to be seen, and says so when it runs.
    """
    around = current()
    if around is not None:
        return around, ""
    text, _, beside = named_outside(_open_project())
    try:
        found = profile_named(text, beside) if text else built_in_profile()
    except HeritageError:
        return built_in_profile(), text
    shown = str(found.folder) if text and found.folder is not None and (beside / text).is_dir() else text
    return found, shown


def _open_project() -> QgsProject | None:
    """The project that a dialog belongs to: tools are declared in other threads too, which leave it alone."""
    application = QgsApplication.instance()
    if not is_desktop() or application is None or QThread.currentThread() != application.thread():
        return None
    return QgsProject.instance()


def settable(algorithm: Any) -> Iterator[Any]:
    """The parameters of a tool that a profile may give a value."""
    for definition in algorithm.parameterDefinitions():
        if isinstance(definition, SETTABLE):
            yield definition


def decided_rule() -> Any:
    """The VALUE4_RULE that the municipality of the profile in force decided; None where it does not say."""
    profile = current() or built_in_profile()
    return None if "VALUE4_RULE" in profile.inherited else profile.parameters.get("VALUE4_RULE", 0)


def set_defaults(algorithm: QgsProcessingAlgorithm, profile: Profile) -> None:
    """Give the tool's parameters the values of the profile where it has some."""
    for definition in settable(algorithm):
        if definition.name() in profile.parameters:
            definition.setDefaultValue(profile.parameters[definition.name()])


def completed(
    algorithm: Any, parameters: Mapping[str, Any], profile: Profile, context: QgsProcessingContext
) -> tuple[dict[str, Any], list[Note]]:
    """The parameters with the profile's value for each that was not given, and notes of what a dialog had filled in.

    HeritageError when a value of the profile is none that the parameter takes, or names a parameter that there is not.
    """
    if profile.built_in and algorithm.declared_under.built_in:
        return dict(parameters), []
    refuse_unknown(profile)
    with in_force(profile):
        own = type(algorithm)()
        own.initAlgorithm()
    made, notes = dict(parameters), []
    untouched = _is_of_dialog(algorithm, parameters)
    for definition in settable(own):
        name, value = definition.name(), definition.defaultValue()
        before = algorithm.parameterDefinition(name).defaultValue()
        if not profile.built_in:
            _refuse_value(definition, value, profile, context)
        if value == before:
            continue
        if is_blank(parameters.get(name)):
            made[name] = value
        elif untouched and parameters[name] == before:
            made[name] = value
            notes.append(replaced_note(name, value, before))
    return made, notes


def replaced_note(name: str, value: Any, before: Any) -> Note:
    """That a value of the profile holds where a dialog had filled in another."""
    return Note(
        "{parameter} is {value}, as the profile says. The dialog had filled in {before}; to have that, "
        "choose the profile before, or run the tool without one.",
        {"parameter": name, "value": value, "before": before},
        warning=True,
    )


def _is_of_dialog(algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any]) -> bool:
    """Whether the parameters come from a dialog, which hands on every value, whether or not somebody touched it."""
    return is_desktop() and all(one.name() in parameters for one in settable(algorithm))


def _refuse_value(definition: Any, value: Any, profile: Profile, context: QgsProcessingContext) -> None:
    why = refusal(definition, {definition.name(): value}, context) if not is_blank(value) else ""
    if why:
        raise HeritageError("The profile {profile}: {why}", profile=profile.name, why=why)


def refuse_unknown(profile: Profile) -> None:
    """HeritageError when the profile sets a parameter that no tool has, or that is none of a setting's kind."""
    provider = QgsApplication.processingRegistry().providerById(PROVIDER)
    if provider is None or not profile.parameters:
        return
    known = {one.name() for tool in provider.algorithms() for one in settable(tool)}
    for name in profile.parameters:
        if name not in known:
            raise HeritageError(
                "The profile {profile}: in {file}, {path} is {found}; expected is {expected}.",
                profile=profile.name,
                file="profile.json",
                path="parametre",
                found=name,
                expected=", ".join(sorted(known)),
            )
