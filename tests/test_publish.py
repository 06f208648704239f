"""Whether plugins.qgis.org would take what `make package` makes, by its own programs and rules; who publishes it."""

import configparser
import json
import os
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from project_tools import tool

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "lyngby_heritage"
PROGRAMS = ROOT / ".venv" / "bin"
WHO = {
    "author": "Udgiveren",
    "email": "plugin@plugins.qgis.org",
    "homepage": "https://plugins.qgis.org/plugins/lyngby_heritage/",
    "repository": "https://plugins.qgis.org/lyngby_heritage",
    "tracker": "https://plugins.qgis.org/lyngby_heritage/fejl?s=100%25",
}
FLAKE8 = (
    *("E101", "E711", "E712", "E713", "E714", "E721", "E722", "E731", "E741", "E742", "E743", "E901", "E902", "E999"),
    *("W605", "F402", "F403", "F404", "F405", "F811", "F821", "F822", "F823", "F831", "F901"),
)
"""The rules of flake8 that are switched on at plugins.qgis.org."""


@pytest.fixture(scope="module")
def package():
    return tool("package")


@pytest.fixture(scope="module")
def publishing():
    return tool("publishing")


@pytest.fixture
def metadata():
    return (ROOT / PLUGIN / "metadata.txt").read_text(encoding="utf-8")


def publisher_ini(folder, **values):
    path = folder / "publisher.ini"
    path.write_text("[publisher]\n" + "".join(f"{key} = {value}\n" for key, value in values.items()), "utf-8")
    return path


@pytest.fixture(scope="module")
def release(package, publishing, tmp_path_factory):
    """The release as an owner would make it who has filled in publisher.ini."""
    folder = tmp_path_factory.mktemp("dist")
    text = (ROOT / PLUGIN / "metadata.txt").read_text(encoding="utf-8")
    who = publishing.publisher(publisher_ini(folder, **WHO))
    target = folder / "release.zip"
    package.pack(package.content(), target, {f"{PLUGIN}/metadata.txt": publishing.released(text, who).encode("utf-8")})
    return target


@pytest.fixture(scope="module")
def unpacked(release, tmp_path_factory):
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(release) as packed:
        packed.extractall(folder)
    return folder


def bandit(folder):
    """Findings of bandit at every level, also where a comment would silence it."""
    done = subprocess.run(
        [PROGRAMS / "bandit", "-r", ".", "-f", "json", "--quiet", "--ignore-nosec"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    report = json.loads(done.stdout)
    assert report["errors"] == []
    return [f"{one['filename']}:{one['line_number']} {one['test_id']}" for one in report["results"]]


def secrets(folder):
    """What detect-secrets takes for a secret, asked as the site asks it."""
    choice = ["--exclude-files", r"metadata\.txt", "--disable-plugin", "IPPublicDetector"]
    done = subprocess.run(
        [PROGRAMS / "detect-secrets", "scan", "--all-files", *choice, "."],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    results = json.loads(done.stdout)["results"]
    return [f"{name}:{one['line_number']} {one['type']}" for name, found in results.items() for one in found]


def flake8(folder):
    done = subprocess.run(
        [PROGRAMS / "flake8", "--isolated", "--max-line-length=120", "--select", ",".join(FLAKE8), "."],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert not done.stderr
    return done.stdout.splitlines()


def test_the_release_is_taken(publishing, release):
    assert list(publishing.faults(release)) == []


def test_the_site_s_programs_find_nothing(unpacked):
    assert bandit(unpacked) == []
    assert secrets(unpacked) == []
    assert flake8(unpacked) == []


def test_the_site_s_programs_would_find_something(tmp_path):
    key = "AKIA" + "Z7Q4" * 4
    (tmp_path / "a.py").write_text(f'KEY = "{key}"\nif KEY == None:\n    exec(KEY)  # nosec\n', encoding="utf-8")
    assert bandit(tmp_path) == ["./a.py:3 B102"]
    assert "a.py:1 AWS Access Key" in secrets(tmp_path)
    assert [line.split()[1] for line in flake8(tmp_path)] == ["E711"]


def test_the_release_says_who_publishes_it_and_all_else_as_before(release, metadata):
    def general(text):
        parser = configparser.ConfigParser()  # as QGIS and the site read it
        parser.optionxform = str
        parser.read_string(text)
        return dict(parser["general"])

    with zipfile.ZipFile(release) as packed:
        stated = general(packed.read(f"{PLUGIN}/metadata.txt").decode("utf-8"))
    assert stated == {**general(metadata), **WHO}


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("author", "", "author is empty"),
        ("author", "A/B", "author has a slash: A/B"),
        ("email", "nobody", "email is no address that one can write to: nobody"),
        ("email", "a@b.test", "email is no address that one can write to: a@b.test"),
        ("homepage", "www.kommune.dk", "homepage is no address that begins with https://: www.kommune.dk"),
        ("homepage", "https://intranet/", "homepage is no address that begins with https://: https://intranet/"),
        ("tracker", "https://a.invalid/b", "tracker is an address that belongs to nobody: https://a.invalid/b"),
        (
            "repository",
            "ssh://git@qgis.org/a",
            "repository is no address that begins with https://: ssh://git@qgis.org/a",
        ),
        ("repository", "", "repository is empty"),
    ],
)
def test_no_release_without_a_publisher(publishing, tmp_path, key, value, fault):
    path = publisher_ini(tmp_path, **{**WHO, key: value})
    with pytest.raises(SystemExit) as refused:
        publishing.publisher(path)
    lines = str(refused.value).splitlines()
    assert "publisher.ini" in lines[0]
    assert lines[1:-1] == [f"  {fault}"]
    assert "make package DEV=1" in lines[-1]


def test_made_up_hosts_are_known(publishing):
    for host in ("example", *(f"www.example.{end}" for end in ("org", "com", "net")), "a.test", "localhost"):
        assert publishing.MADE_UP.search(host), host
    for host in ("qgis.org", "myexample.dk", "latest.dk", "testkommune.dk"):
        assert not publishing.MADE_UP.search(host), host


def test_the_file_asks_for_what_a_release_needs(publishing):
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "publisher.ini", encoding="utf-8")
    assert tuple(parser["publisher"]) == publishing.PUBLISHERS


def small_checkout(root, **who):
    """A plugin of three files, with its publisher.ini."""
    folder = root / PLUGIN
    (folder / "i18n").mkdir(parents=True)
    (root / "LICENSE").write_text("", encoding="utf-8")
    (folder / "__init__.py").write_text("", encoding="utf-8")
    (folder / "icon.svg").write_text("", encoding="utf-8")
    (folder / "i18n" / f"{PLUGIN}_da.ts").write_text("<TS/>", encoding="utf-8")
    (folder / "i18n" / f"{PLUGIN}_da.qm").write_text("", encoding="utf-8")
    lines = [
        "[general]",
        "name=A",
        "description=B",
        "description[da]=D",
        "about=C",
        "version=1.2.3",
        "qgisMinimumVersion=3.34",
    ]
    (folder / "metadata.txt").write_text("\n".join([*lines, "icon=icons/a.svg", ""]), encoding="utf-8")
    (folder / "icons").mkdir()
    (folder / "icon.svg").rename(folder / "icons" / "a.svg")
    publisher_ini(root, **who)
    return root


def test_a_release_and_a_development_build_are_two_files(package, tmp_path):
    root = small_checkout(tmp_path / "checkout", **WHO)
    release, development = package.build(tmp_path, root=root), package.build(tmp_path, True, root)
    assert (release.name, development.name) == ("lyngby_heritage-1.2.3.zip", "lyngby_heritage-1.2.3-preview.zip")
    with zipfile.ZipFile(development) as packed:
        lines = packed.read(f"{PLUGIN}/metadata.txt").decode("utf-8").splitlines()
    assert "version=1.2.3-preview" in lines
    assert "experimental=True" in lines
    assert "description=Development build, not a release. B" in lines
    assert "description[da]=Udviklingsudgave, ikke en udgivelse. D" in lines
    assert not [line for line in lines if line.startswith(("author=", "email=", "tracker="))]


def test_without_a_publisher_there_is_only_a_development_build(package, tmp_path):
    root = small_checkout(tmp_path / "checkout")
    with pytest.raises(SystemExit, match="author is empty"):
        package.build(tmp_path / "dist", root=root)
    assert not (tmp_path / "dist").exists()
    assert package.build(tmp_path / "dist", True, root).is_file()


def test_what_the_site_would_not_take_is_not_left_behind(package, tmp_path):
    root = small_checkout(tmp_path / "checkout", **WHO)
    (root / PLUGIN / "icons" / "a.svg").unlink()
    with pytest.raises(SystemExit, match=r"no icon icons/a\.svg"):
        package.build(tmp_path / "dist", root=root)
    assert not list((tmp_path / "dist").iterdir())


def changed(release, target, removed=(), added=None, rights=0o100644, **metadata):
    """A copy of the release with files left out or added, and values of its metadata changed."""
    name = f"{PLUGIN}/metadata.txt"
    with zipfile.ZipFile(release) as packed, zipfile.ZipFile(target, "w") as copy:
        for entry in packed.infolist():
            if entry.filename in removed:
                continue
            content = packed.read(entry)
            if entry.filename == name:
                lines = [line for line in content.decode("utf-8").splitlines() if line.split("=")[0] not in metadata]
                content = "\n".join([*lines, *(f"{key}={value}" for key, value in metadata.items())])
            copy.writestr(entry, content)
        for other, content in (added or {}).items():
            entry = zipfile.ZipInfo(other)
            entry.external_attr = rights << 16
            copy.writestr(entry, content)
    return target


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"removed": [f"{PLUGIN}/LICENSE"]}, "no LICENSE"),
        ({"removed": [f"{PLUGIN}/__init__.py"]}, "no __init__.py"),
        ({"added": {"README.md": ""}}, f"not one folder with a name that Python can import, but README.md, {PLUGIN}"),
        ({"added": {f"{PLUGIN}/../a.py": ""}}, f"{PLUGIN}/../a.py leads out of its folder"),
        ({"added": {f"{PLUGIN}/.env": ""}}, f"{PLUGIN}/.env is hidden or of a cache"),
        ({"added": {f"{PLUGIN}/__pycache__/a": ""}}, f"{PLUGIN}/__pycache__/a is hidden or of a cache"),
        ({"added": {f"{PLUGIN}/a.SH": ""}}, f"{PLUGIN}/a.SH is a program"),
        ({"added": {f"{PLUGIN}/a.py": ""}, "rights": 0o100755}, f"{PLUGIN}/a.py may be executed"),
        ({"added": {f"{PLUGIN}/a.png": os.urandom(25_000_000)}}, "bytes; 25,000,000 are taken"),
        ({"icon": "icons/none.svg"}, "no icon icons/none.svg"),
        ({"about": ""}, "about is empty"),
        ({"version": "one"}, "version is not of the form 1.2.3: one"),
        ({"qgisMinimumVersion": "3"}, "qgisMinimumVersion is not of the form 3.34: 3"),
        ({"server": "no"}, "server is neither True nor False: no"),
        ({"tracker": ""}, "tracker is empty"),
        ({"about": "100 %"}, "metadata.txt cannot be read"),
    ],
)
def test_each_rule_of_the_site_can_be_broken(publishing, release, tmp_path, change, fault):
    (found,) = publishing.faults(changed(release, tmp_path / "changed.zip", **change))
    assert fault in found


def test_nothing_points_to_an_address_that_belongs_to_nobody():
    made_up = re.compile(r"(?<![\w.])(?:\w+\.)*example\.(?:org|net|com)\b")
    ours = [
        *ROOT.glob("*.*"),
        *(path for one in (PLUGIN, "docs", "tools", ".github") for path in (ROOT / one).rglob("*")),
    ]
    ours += (ROOT / "tests").rglob("metadata.txt")
    texts = [path for path in ours if path.is_file() and path.suffix not in (".png", ".qm", ".docx", ".pyc", ".whl")]
    assert [str(path) for path in texts if made_up.search(path.read_text(encoding="utf-8"))] == []


@pytest.fixture(scope="module")
def development_build(package, tmp_path_factory):
    folder = tmp_path_factory.mktemp("development")
    with zipfile.ZipFile(package.build(folder / "dist", development=True)) as packed:
        packed.extractall(folder / "plugins")
    return folder / "plugins"


READS = """
import json, sys
sys.path.insert(0, sys.argv[1])
from qgis.core import QgsApplication
application = QgsApplication([], False)
from pyplugin_installer.installer_data import Plugins
from pyplugin_installer.version_compare import compareVersions
found = Plugins().getInstalledPlugin("lyngby_heritage", sys.argv[2], False)
kept = ("name", "version_installed", "experimental", "error", "author_email", "tracker")
print(json.dumps([{key: found[key] for key in kept}, compareVersions(found["version_installed"], sys.argv[3])]))
"""


@pytest.mark.process
def test_qgis_reads_a_development_build_and_takes_the_release_for_newer(development_build, package):
    from qgis.core import QgsApplication

    python = os.environ.get("QGIS_PYTHON", "/usr/bin/python3")
    manager = Path(QgsApplication.pkgDataPath()) / "python"
    done = subprocess.run(
        [python, "-c", READS, manager, development_build / PLUGIN, package.version()],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    read, newer = json.loads(done.stdout.splitlines()[-1])
    assert read == {
        "name": "Lyngby Heritage",
        "version_installed": f"{package.version()}-PREVIEW",
        "experimental": True,
        "error": "",
        "author_email": "",
        "tracker": "",
    }
    assert newer == 2


@pytest.mark.process
def test_qgis_runs_a_development_build(development_build, tmp_path):
    environment = os.environ | {
        "QGIS_PLUGINPATH": str(development_build),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": ":".join(str(path) for path in (ROOT / ".venv" / "lib").glob("python3*/site-packages")),
    }

    def qgis_process(*arguments):
        return subprocess.run(
            ["qgis_process", *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    assert qgis_process("plugins", "enable", PLUGIN).returncode == 0
    listed = qgis_process("list")
    assert f"{PLUGIN}:heritageplan" in listed.stdout, listed.stderr
