"""The plugin in a planner's QGIS: where it goes on each system, what it replaces, what it says.

Windows and macOS are simulated: by their folders, without a shell, Qt or QGIS, and with files that are held.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from project_tools import tool

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "lyngby_heritage"


@pytest.fixture(scope="module")
def package():
    return tool("package")


@pytest.fixture(scope="module")
def install():
    return tool("install")


def test_each_platform_has_its_place(install, tmp_path):
    home = Path("/home/planner")
    assert install.qgis_folder("linux", home, {}) == home / ".local/share/QGIS/QGIS3"
    assert install.qgis_folder("linux", home, {"XDG_DATA_HOME": "/data"}) == Path("/data/QGIS/QGIS3")
    assert install.qgis_folder("darwin", home, {}) == home / "Library/Application Support/QGIS/QGIS3"
    assert install.qgis_folder("win32", home, {"APPDATA": "/roaming"}) == Path("/roaming/QGIS/QGIS3")
    profiles = tmp_path / "profiles"
    (profiles / "kommune").mkdir(parents=True)
    assert install.plugins_folder(tmp_path) == profiles / "default" / "python" / "plugins"
    assert install.plugins_folder(tmp_path, "kommune") == profiles / "kommune" / "python" / "plugins"
    (profiles / "profiles.ini").write_text("[core]\ndefaultProfile=kommune\n", encoding="utf-8")
    assert install.plugins_folder(tmp_path) == profiles / "kommune" / "python" / "plugins"
    with pytest.raises(SystemExit, match=r"no profile 'plan'.*kommune"):
        install.plugins_folder(tmp_path, "plan")


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {}, "/home/planner/.local/share/QGIS/QGIS{}"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/QGIS/QGIS{}"),
        ("darwin", {}, "/home/planner/Library/Application Support/QGIS/QGIS{}"),
        ("win32", {"APPDATA": "/H/Roaming"}, "/H/Roaming/QGIS/QGIS{}"),
        ("win32", {}, "/home/planner/AppData/Roaming/QGIS/QGIS{}"),
    ],
)
def test_each_series_of_qgis_has_its_own_folder(install, platform, environment, folder):
    for series in (3, 4):
        found = install.qgis_folder(platform, Path("/home/planner"), environment, series)
        assert found == Path(folder.format(series))


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ([], "default"),
        (["defaultProfile=plan"], "plan"),
        (["defaultProfile=plan", "lastProfile=kommune"], "kommune"),
        (["defaultProfile=plan", "lastProfile=gone"], "plan"),
        (["defaultProfile=plan", "lastProfile=kommune", "selectionPolicy=0"], "kommune"),
        (["defaultProfile=plan", "lastProfile=kommune", "selectionPolicy=1"], "plan"),
        (['lastProfile="K\\xf8ge, 100 %"'], "Køge, 100 %"),
    ],
)
def test_the_profile_that_qgis_starts_with(install, tmp_path, lines, name):
    for profile in ("kommune", "plan", "Køge, 100 %"):
        (tmp_path / "profiles" / profile).mkdir(parents=True)
    (tmp_path / "profiles" / "profiles.ini").write_text("\n".join(["[core]", *lines]), encoding="utf-8")
    assert install.starting_profile(tmp_path) == name


def test_where_qgis_asks_for_the_profile_it_must_be_named(install, tmp_path):
    for profile in ("kommune", "plan"):
        (tmp_path / "profiles" / profile).mkdir(parents=True)
    (tmp_path / "profiles" / "profiles.ini").write_text("[core]\nselectionPolicy=2\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="--profile: kommune, plan"):
        install.plugins_folder(tmp_path)
    assert install.plugins_folder(tmp_path, "plan") == tmp_path / "profiles" / "plan" / "python" / "plugins"


def test_qgis_s_own_file_is_read_as_qgis_writes_it(install, tmp_path):
    from qgis.core import Qgis, QgsUserProfileManager

    manager = QgsUserProfileManager(str(tmp_path / "profiles"))
    for name in ("default", "Køge, 100 %"):
        (tmp_path / "profiles" / name).mkdir(parents=True)
    manager.setUserProfileSelectionPolicy(Qgis.UserProfileSelectionPolicy.DefaultProfile)
    manager.setDefaultProfileName("Køge, 100 %")
    assert install.starting_profile(tmp_path) == "Køge, 100 %"


def started(data, series, *profiles):
    for profile in profiles:
        (data / "QGIS" / f"QGIS{series}" / "profiles" / profile).mkdir(parents=True)


def found_places(install, data, **asked):
    found = install.places(platform="win32", environment={"APPDATA": str(data)}, **asked)
    return [(name, plugins.relative_to(data / "QGIS").as_posix()) for name, plugins in found]


def test_every_qgis_of_this_user_is_taken(install, tmp_path):
    started(tmp_path, 3, "default", "plan")
    three = ("QGIS 3", "QGIS3/profiles/default/python/plugins")
    assert found_places(install, tmp_path) == [three]
    started(tmp_path, 4, "default")
    four = ("QGIS 4", "QGIS4/profiles/default/python/plugins")
    assert found_places(install, tmp_path) == [three, four]
    assert found_places(install, tmp_path, series=4) == [four]
    assert found_places(install, tmp_path, profile="plan") == [("QGIS 3", "QGIS3/profiles/plan/python/plugins")]
    with pytest.raises(SystemExit, match=r"no profile 'plan'.*QGIS4.*Profiles: default"):
        found_places(install, tmp_path, profile="plan", series=4)


def test_a_folder_of_the_user_s_own_for_profiles_is_the_only_one(install, tmp_path):
    started(tmp_path, 3, "default")
    (tmp_path / "own" / "profiles" / "default").mkdir(parents=True)
    environment = {"APPDATA": str(tmp_path), "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "own")}
    ((name, plugins),) = install.places(platform="win32", environment=environment)
    assert name == "QGIS (QGIS_CUSTOM_CONFIG_PATH)"
    assert plugins == tmp_path / "own" / "profiles" / "default" / "python" / "plugins"


def test_nothing_is_installed_where_no_qgis_looks(install, tmp_path):
    (tmp_path / "QGIS" / "QGIS3").mkdir(parents=True)
    with pytest.raises(SystemExit) as refused:
        found_places(install, tmp_path)
    assert "nothing was installed" in str(refused.value)
    assert [str(tmp_path / "QGIS" / one / "profiles") in str(refused.value) for one in ("QGIS3", "QGIS4")] == [
        True,
        True,
    ]
    started(tmp_path, 3, "default")
    with pytest.raises(SystemExit, match="No profile of QGIS 4 was found"):
        found_places(install, tmp_path, series=4)
    assert listing(tmp_path) == set()


def listing(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_make_install_replaces_our_copy_whole_and_harms_nothing_else(package, tmp_path):
    plugins = tmp_path / "profil med æøå" / "plugins"
    earlier = plugins / PLUGIN
    earlier.mkdir(parents=True)
    (earlier / "metadata.txt").write_text("[general]\nname=Lyngby Heritage\nversion=0.0.1\n", encoding="utf-8")
    (earlier / "gone_since.py").write_text("", encoding="utf-8")
    (plugins / "another").mkdir()
    (plugins / "another" / "metadata.txt").write_text("[general]\nname=Another\n", encoding="utf-8")
    done = subprocess.run(
        ["make", "--no-print-directory", "install", f"QGIS_PLUGINS_DIR={plugins}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert str(earlier) in done.stdout
    assert listing(plugins) == {*package.content(), "another/metadata.txt"}
    assert sorted(path.name for path in plugins.iterdir()) == ["another", PLUGIN]


def test_another_plugin_in_our_place_is_left_alone(package, install, tmp_path):
    foreign = tmp_path / PLUGIN
    foreign.mkdir()
    (foreign / "metadata.txt").write_text("[general]\nname=Lyngby Heritage by another\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="nothing was changed"):
        install.install(package.content(), tmp_path)
    assert listing(tmp_path) == {f"{PLUGIN}/metadata.txt"}


def test_a_link_to_a_checkout_is_replaced_and_the_checkout_stays(package, install, tmp_path):
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    (checkout / "metadata.txt").write_text("mine", encoding="utf-8")
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / PLUGIN).symlink_to(checkout)
    install.install(package.content(), plugins)
    assert listing(checkout) == {"metadata.txt"}
    assert not (plugins / PLUGIN).is_symlink()
    assert listing(plugins) == set(package.content())


def test_a_copy_that_qgis_holds_stays_whole(package, install, tmp_path, monkeypatch):
    earlier = tmp_path / PLUGIN
    earlier.mkdir()
    (earlier / "metadata.txt").write_text("[general]\nname=Lyngby Heritage\n", encoding="utf-8")
    rename = Path.rename

    def held(path, target):  # as Windows refuses to move a folder in which a file is open
        if path == earlier:
            raise PermissionError(13, "Access is denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(SystemExit, match=r"Access is denied.*close QGIS"):
        install.install(package.content(), tmp_path)
    assert listing(tmp_path) == {f"{PLUGIN}/metadata.txt"}


def test_a_folder_of_ones_own_is_told_how_qgis_finds_it(install, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("QGIS_PLUGINPATH", str(tmp_path / "shared"))
    install.main(["--plugins-dir", str(tmp_path / "shared")])
    assert f"is installed in {tmp_path / 'shared' / PLUGIN}" in capsys.readouterr().out
    install.main(["--plugins-dir", str(tmp_path / "profiles" / "plan" / "python" / "plugins")])
    assert "is installed in" in capsys.readouterr().out
    install.main(["--plugins-dir", str(tmp_path / "other")])
    said = capsys.readouterr().out
    assert "is installed" not in said
    assert f"QGIS_PLUGINPATH names {tmp_path / 'other'}" in said


@pytest.fixture
def clone(tmp_path):
    """The files of a clone on a computer without `make setup`: no compiled translation."""
    root = tmp_path / "clone"
    shutil.copytree(ROOT / PLUGIN, root / PLUGIN, ignore=shutil.ignore_patterns("*.qm", "__pycache__"))
    shutil.copytree(ROOT / "tools", root / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "LICENSE", root)
    return root


ON_WINDOWS = """
import configparser, runpy, shutil, subprocess, sys, tempfile
sys.platform = "win32"
sys.path.insert(0, "tools")
sys.argv = ["install.py"]
runpy.run_path("tools/install.py", run_name="__main__")
"""


def test_a_clone_installs_itself_without_a_shell_and_without_qt(clone, tmp_path):
    from qgis.PyQt.QtCore import QTranslator

    data = tmp_path / "Planlægger" / "AppData"
    started(data, 3, "default")
    started(data, 4, "default")
    done = subprocess.run(
        [sys.executable if "python" in Path(sys.executable).name else "/usr/bin/python3", "-c", ON_WINDOWS],
        cwd=clone,
        env={"APPDATA": str(data), "PATH": "", "PYTHONIOENCODING": "ascii", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for series in (3, 4):
        assert f"is installed for QGIS {series}, profile 'default'" in done.stdout
        installed = data / "QGIS" / f"QGIS{series}" / "profiles" / "default" / "python" / "plugins" / PLUGIN
        translator = QTranslator()
        assert translator.load(str(installed / "i18n" / f"{PLUGIN}_da.qm"))
        assert translator.translate(PLUGIN, "Self-check") == "Selvtest"
