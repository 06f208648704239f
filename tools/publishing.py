"""What plugins.qgis.org asks of an upload, and who publishes the plugin.

The rules are those of the site's own validator and of its look at the files (both public: qgis/QGIS-Plugins-Website).
What bandit, detect-secrets and flake8 say there is asked of the programs themselves, in tests/test_publish.py.
"""

import configparser
import re
import zipfile
from pathlib import PurePosixPath
from urllib.parse import urlsplit

LARGEST = 25_000_000
"""What plugins.qgis.org takes, in bytes."""
ADDRESSES = ("homepage", "repository", "tracker")
PUBLISHERS = ("author", "email", *ADDRESSES)
"""Keys of metadata.txt that the owner of the repository gives in publisher.ini."""
OURS = ("name", "description", "about", "version", "qgisMinimumVersion")
"""Keys that the site demands besides, which stand in metadata.txt."""
SWITCHES = ("experimental", "deprecated", "server", "supportsQt6")
DEVELOPMENT = "-preview"
"""The end of a development build's version. QGIS takes `1.2.3-preview` for older than `1.2.3`, so that the release
replaces it; of `-dev` it would think the opposite."""

NO_RELEASE = {
    "description": "Development build, not a release.",
    "description[da]": "Udviklingsudgave, ikke en udgivelse.",
}
"""How the description of a development build begins, in each language that it is written in."""

MADE_UP = re.compile(r"(^|\.)(example(\.(com|net|org|edu))?|test|invalid|localhost|local)$")
"""Hosts that belong to nobody (RFC 2606, RFC 6761)."""
FORBIDDEN_FOLDERS = {"__MACOSX", ".git", "__pycache__"}
SUSPICIOUS = {".pyc", ".pyo", ".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd"}


def publisher(path):
    """What publisher.ini says: key of metadata.txt → value. Leaves with a message when it does not do for a release."""
    settings = configparser.ConfigParser(interpolation=None)
    settings.read(path, encoding="utf-8")
    given = {key: settings.get("publisher", key, fallback="").strip() for key in PUBLISHERS}
    wrong = [fault for key in PUBLISHERS for fault in faults_of_value(key, given[key])]
    if wrong:
        raise SystemExit(
            "\n  ".join([f"No release without saying who publishes it. In {path.name}, under [publisher]:", *wrong])
            + "\nFill that in once, and run it again. A zip to try out needs none of it: make package DEV=1"
        )
    return given


def faults_of_value(key, value):
    """What is wrong with one value of metadata.txt, in words."""
    if not value:
        yield f"{key} is empty"
    elif "\n" in value:
        yield f"{key} has more than one line"
    elif key in ADDRESSES:
        address = urlsplit(value)
        if address.scheme not in ("http", "https") or "." not in (address.hostname or ""):
            yield f"{key} is no address that begins with https://: {value}"
        elif MADE_UP.search(address.hostname):
            yield f"{key} is an address that belongs to nobody: {value}"
    elif key == "email":
        if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", value) or MADE_UP.search(value.rpartition("@")[2]):
            yield f"{key} is no address that one can write to: {value}"
    elif key == "author" and "/" in value:
        yield f"{key} has a slash: {value}"
    elif key in SWITCHES and value not in ("True", "False"):
        yield f"{key} is neither True nor False: {value}"
    elif key == "version" and not re.fullmatch(rf"\d+\.\d+\.\d+({DEVELOPMENT})?", value):
        yield f"{key} is not of the form 1.2.3: {value}"
    elif key in ("qgisMinimumVersion", "qgisMaximumVersion") and not re.fullmatch(r"\d+\.\d\d?", value):
        yield f"{key} is not of the form 3.34: {value}"


def released(text, publishers):
    """The text of metadata.txt with what the publisher gave."""
    return _with(text, publishers)


def development(text):
    """The text of metadata.txt for a build that nobody publishes: version and description say what it is."""
    general = _general(text)
    return _with(
        text,
        {
            "version": general["version"] + DEVELOPMENT,
            **{key: f"{words} {general[key]}" for key, words in NO_RELEASE.items() if key in general},
            "experimental": "True",
        },
    )


def _general(text):
    # As QGIS and the site read it: a lone % is an error to them.
    parser = configparser.ConfigParser()
    parser.optionxform = str
    parser.read_string(text)
    return dict(parser["general"])


def _with(text, values):
    lines = [line for line in text.splitlines() if line.partition("=")[0].strip() not in values]
    first = lines.index("[general]") + 1
    lines[first:first] = [f"{key}={value.replace('%', '%%')}" for key, value in values.items()]
    return "\n".join([*lines, ""])


def faults(archive, release=True):
    """Why plugins.qgis.org would not take a zip, in words; who publishes it is asked of a release alone."""
    size = archive.stat().st_size
    if size > LARGEST:
        yield f"{size:,} bytes; {LARGEST:,} are taken"
    with zipfile.ZipFile(archive) as packed:
        names = packed.namelist()
        yield from _faults_of_files(packed.infolist())
        folders = {name.partition("/")[0] for name in names}
        if len(folders) != 1 or not min(folders).isidentifier():
            yield f"not one folder with a name that Python can import, but {', '.join(sorted(folders))}"
            return
        (folder,) = folders
        needed = [name for name in ("__init__.py", "LICENSE", "metadata.txt") if f"{folder}/{name}" not in names]
        if needed:
            yield f"no {', '.join(needed)}"
            return
        text = packed.read(f"{folder}/metadata.txt").decode("utf-8")
    try:
        metadata = _general(text)
    except (configparser.Error, KeyError) as error:
        yield f"metadata.txt cannot be read: {error}"
        return
    demanded = (*OURS, *PUBLISHERS) if release else OURS
    for key in dict.fromkeys((*demanded, *(metadata if release else ()))):
        yield from faults_of_value(key, metadata.get(key, ""))
    if f"{folder}/{metadata.get('icon')}" not in names:
        yield f"no icon {metadata.get('icon')}"


def _faults_of_files(entries):
    for entry in entries:
        path = PurePosixPath(entry.filename)
        if path.is_absolute() or ".." in path.parts or "\\" in entry.filename:
            yield f"{entry.filename} leads out of its folder"
        if FORBIDDEN_FOLDERS & set(path.parts) or path.name.startswith("."):
            yield f"{entry.filename} is hidden or of a cache"
        if path.suffix.lower() in SUSPICIOUS:
            yield f"{entry.filename} is a program"
        if entry.external_attr >> 16 & 0o111:
            yield f"{entry.filename} may be executed"
