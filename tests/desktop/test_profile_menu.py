"""The menu writes a profile, and sets the one of this QGIS or of a project; what cannot be used is not set."""

import pytest
from profiles import profile_in
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtWidgets import QMenu

from lyngby_heritage.desktop.profile_menu import ProfileMenu
from lyngby_heritage.processing.inputs.profile import SETTING, of_person, of_project


class Window:
    """As much of QGIS's window as the menu asks for."""

    def __init__(self):
        self.plugins = QMenu()
        self.said = []

    def pluginMenu(self):  # noqa: N802 - QGIS's name
        return self.plugins

    def messageBar(self):  # noqa: N802
        return self

    def pushMessage(self, _title, text, _level, _seconds):  # noqa: N802
        self.said.append(text)


@pytest.fixture
def window(qgis_app, monkeypatch):
    window = Window()
    monkeypatch.setattr("qgis.utils.iface", window)
    yield window
    QgsSettings().remove(SETTING)


def test_it_stands_in_the_menu_and_leaves_it(window):
    menu = ProfileMenu()
    menu.add()
    (own,) = (one.menu() for one in window.plugins.actions())
    assert [one.text() for one in own.actions()] == [
        "Write a new profile for a municipality…",
        "Profile of this QGIS…",
        "Profile of the open project…",
    ]
    menu.remove()
    assert window.plugins.actions() == []


def test_it_writes_a_profile(window, tmp_path):
    ProfileMenu().written(tmp_path / "ny", "Vores", "0190", "indbygget")
    assert (tmp_path / "ny" / "profile.json").is_file()
    assert "Vores is written" in window.said[0]


def test_it_sets_the_profile_of_a_person(window, tmp_path):
    folder = str(profile_in(tmp_path / "vores"))
    menu = ProfileMenu()
    menu.set_for_person(folder)
    assert of_person() == folder
    menu.set_for_person("")
    assert of_person() == ""
    assert [one.split(" is ")[0] for one in window.said] == ["The profile Prøve Kommune", "No profile"]


def test_it_sets_the_profile_of_a_project_beside_it(window, tmp_path):
    folder = profile_in(tmp_path / "plan" / "profil")
    project = QgsProject()
    assert project.write(str(tmp_path / "plan" / "plan.qgz"))
    ProfileMenu().set_for_project(str(folder), project)
    assert of_project(project) == "profil"
    ProfileMenu().set_for_project("", project)
    assert of_project(project) == ""


def test_what_cannot_be_used_is_not_set_and_said(window, tmp_path):
    folder = str(profile_in(tmp_path / "vores", {"rules/designation.json": {"high_values": [4]}}))
    menu = ProfileMenu()
    menu.carry_out(lambda: menu.set_for_person(folder))
    assert of_person() == ""
    assert "high_values is [4]" in window.said[0]
