"""The menu Plugins > Lyngby Heritage: write a profile, and choose the one of this QGIS or of the open project."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, Callable

from qgis.core import Qgis, QgsProject, QgsSettings
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMenu

from ..core.common.errors import HeritageError
from ..core.common.profile import Profile
from ..core.common.profile_reading import BUILT_IN, profile_named, shipped
from ..core.common.profile_writing import write_profile
from ..paths import ICON
from ..processing.inputs.profile import PROJECT_ENTRY, SETTING, of_person, of_project
from ..processing.inputs.profile_checks import refuse_unfit
from ..processing.translation import tr
from .running import said_of

MENU = "Lyngby Heritage"


class ProfileMenu:
    """The actions of the menu."""

    def __init__(self) -> None:
        self.menu: QMenu | None = None

    def add(self) -> None:
        """Put the actions into the menu Plugins."""
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            (tr("Write a new profile for a municipality…"), self.write),
            (tr("Profile of this QGIS…"), self.choose_for_person),
            (tr("Profile of the open project…"), self.choose_for_project),
        )
        self.menu = _iface().pluginMenu().addMenu(QIcon(str(ICON)), MENU)
        for label, step in steps:
            action: Any = self.menu.addAction(label)
            action.triggered.connect(lambda _checked=False, step=step: self.carry_out(step))

    def remove(self) -> None:
        """Take them out again."""
        if self.menu is not None:
            _iface().pluginMenu().removeAction(self.menu.menuAction())
            self.menu.deleteLater()
            self.menu = None

    def carry_out(self, step: Callable[[], None]) -> None:
        """Do what an action does, and say why not where it can't be done."""
        try:
            step()
        except HeritageError as error:
            self.say(said_of(error), Qgis.MessageLevel.Warning)

    def say(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Success) -> None:
        """A line at the top of the map."""
        _iface().messageBar().pushMessage(MENU, text, level, 0)

    def write(self) -> None:
        """Ask for a folder, a name and a code, and write a new profile there."""
        window = _iface().mainWindow()
        folder = QFileDialog.getExistingDirectory(window, tr("An empty folder for the profile"))
        if not folder:
            return
        name, given = QInputDialog.getText(window, MENU, tr("Name of the municipality"))
        if not given or not name.strip():
            return
        code, given = QInputDialog.getText(
            window, MENU, tr("Code of the municipality, such as 0173 (may be left empty)"), QLineEdit.EchoMode.Normal
        )
        if not given:
            return
        begin = [BUILT_IN, *shipped()]
        base, given = QInputDialog.getItem(window, MENU, tr("Begin with the settings of"), begin, 0, False)
        if given:
            self.written(Path(folder), name.strip(), code.strip(), base)

    def written(self, folder: Path, name: str, code: str, base: str) -> None:
        """Write the profile, and say where it is."""
        profile = write_profile(folder, name, code, profile_named(base, Path()))
        said = tr("The profile {name} is written in {folder}. Change its files in a text editor, and choose it here.")
        self.say(said.format(name=profile.name, folder=str(folder)))

    def choose_for_person(self) -> None:
        """Ask for the profile of this QGIS."""
        given = self.ask(of_person())
        if given is not None:
            self.set_for_person(given)

    def choose_for_project(self) -> None:
        """Ask for the profile of the open project."""
        project = QgsProject.instance()
        given = self.ask(of_project(project))
        if given is not None and project is not None:
            self.set_for_project(given, project)

    def ask(self, now: str) -> str | None:
        """A folder or a name; "" for none, None where the person thought better of it."""
        window = _iface().mainWindow()
        none, folder = tr("None"), tr("A folder…")
        choices = [none, folder, *shipped(), *([now] if now and now not in shipped() else [])]
        chosen, given = QInputDialog.getItem(
            window, MENU, tr("Profile"), choices, choices.index(now) if now in choices else 0, False
        )
        if not given:
            return None
        if chosen == folder:
            return QFileDialog.getExistingDirectory(window, tr("Folder of the profile")) or None
        return "" if chosen == none else chosen

    def set_for_person(self, given: str) -> None:
        """Let a profile hold in this QGIS, where the project names none."""
        profile = usable(given)
        QgsSettings().setValue(SETTING, given)
        self.say(_held(profile))

    def set_for_project(self, given: str, project: QgsProject) -> None:
        """Let a profile hold in a project; its folder counts from the project's where it lies in it."""
        profile = usable(given)
        home = Path(project.homePath()) if project.homePath() else None
        if profile is not None and home is not None and Path(given).is_absolute() and Path(given).is_relative_to(home):
            given = Path(given).relative_to(home).as_posix()
        if given:
            project.writeEntry(*PROJECT_ENTRY, given)
        else:
            project.removeEntry(*PROJECT_ENTRY)
        self.say(_held(profile))


def _iface() -> Any:
    """QGIS's interface, which there is at the desktop only; no stub tells of the module that has it."""
    return import_module("qgis.utils").iface


def usable(given: str) -> Profile | None:
    """The profile that is chosen, None for none. HeritageError when it can't be used."""
    if not given:
        return None
    profile = profile_named(given, Path())
    refuse_unfit(profile)
    return profile


def _held(profile: Profile | None) -> str:
    if profile is None:
        return tr("No profile is chosen.")
    return tr("The profile {name} is chosen. The tools' dialogs are filled from it.").format(name=profile.name)
