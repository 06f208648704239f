#!/usr/bin/env python3
"""Makes dist/lyngby_heritage-<version>.zip: what a planner installs through Plugins > Install from ZIP.

    tools/package.py          a release, with what publisher.ini says of who publishes it
    tools/package.py --dev    a development build, marked as one, which needs no publisher

The same sources always give the same bytes. Refuses when the Danish translation was not compiled from its text, and
when plugins.qgis.org would not take the zip.
"""

import argparse
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import publishing
import translations

from lyngby_heritage.version import version

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "lyngby_heritage"
SHIPPED = {
    ".": {"metadata.txt", ".py"},
    "core": {".py"},
    "data": {".json"},
    "data/models": {".model3"},
    "data/qr": {"segno-1.6.6-py3-none-any.whl", "LICENSE.txt", "ORIGIN.txt"},
    "data/templates": {".j2", ".html", ".docx", ".png"},
    "data/templates/dial": {".j2", ".js", ".css"},
    "data/web": {".json", ".j2", ".html"},
    "data/web/site": {".js", ".css", ".svg", ".png"},
    "data/web/site/leaflet": {".js", ".css", "LICENSE.txt", "ORIGIN.txt"},
    "desktop": {".py"},
    "help": {".html", ".css"},
    "i18n": {".ts", ".qm"},
    "icons": {".svg", ".png"},
    "processing": {".py"},
    "sample": {".py"},
    "styles": {".qml", ".svg"},
}
"""Folder of the plugin → the endings and names that it and the folders below it may hold, unless these stand here
themselves. Anything else is refused, so that nothing is shipped by chance."""
NEVER = {"__pycache__", ".pytest_cache", ".mypy_cache"}
TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive; ZIP knows no earlier one."""


def content(root=ROOT):
    """Name in the archive → file, sorted: the plugin folder without caches, and the licence."""
    files = {f"{PLUGIN}/LICENSE": root / "LICENSE"}
    for path in (root / PLUGIN).rglob("*"):
        name = path.relative_to(root)
        if path.is_dir() or NEVER & set(name.parts):
            continue
        if not ships(path.relative_to(root / PLUGIN)):
            raise SystemExit(
                f"{name} is no file of the plugin: delete it, or add its kind to its folder in tools/package.py."
            )
        files[name.as_posix()] = path
    return dict(sorted(files.items()))


def ships(path):
    """Whether a file, by its path inside the plugin folder, is one that its folder may hold."""
    above = [folder.as_posix() for folder in path.parents]
    if len(above) > 1:
        above.remove(".")  # what may lie at the top may not lie in any folder
    allowed = next((SHIPPED[folder] for folder in above if folder in SHIPPED), set())
    # Hidden files, and what an open document leaves beside itself.
    hidden = any(part.startswith((".", "~")) for part in path.parts)
    return not hidden and bool({path.name, path.suffix} & allowed)


def refuse_stale_translation(root=ROOT):
    """Leave with a message unless every Danish text of the .ts is in the compiled .qm."""
    text = root / PLUGIN / "i18n" / "lyngby_heritage_da.ts"
    compiled = text.with_suffix(".qm")
    if not compiled.exists():
        raise SystemExit(f"{compiled.relative_to(root)} is missing: run 'make setup', which compiles it.")
    holds = compiled.read_bytes()
    messages = translations.read(text).values()
    missing = [one for one in messages if not one.vanished and one.translation.encode("utf-16-be") not in holds]
    if missing:
        raise SystemExit(
            f"{compiled.relative_to(root)} is older than {text.name}: {len(missing)} texts are not in it, such as "
            f"'{missing[0].source[:60]}'. Run 'make setup'."
        )


def pack(files, target, changed=None):
    """Write the archive: sorted names, one time, one set of rights, so that the bytes depend on the content alone.

    `changed` holds the content of those files that are not shipped as they lie here, by their name in the archive.
    """
    changed = changed or {}
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in sorted(files.items()):
            entry = zipfile.ZipInfo(name, TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, changed[name] if name in changed else path.read_bytes())


def build(folder, development=False, root=ROOT):
    """Make the zip of a release or of a development build in a folder; leave with a message when it is not fit."""
    text = (root / PLUGIN / "metadata.txt").read_text(encoding="utf-8")
    if development:
        metadata, ending = publishing.development(text), publishing.DEVELOPMENT
    else:
        metadata, ending = publishing.released(text, publishing.publisher(root / "publisher.ini")), ""
    refuse_stale_translation(root)
    target = folder / f"{PLUGIN}-{version(root / PLUGIN / 'metadata.txt')}{ending}.zip"
    pack(content(root), target, {f"{PLUGIN}/metadata.txt": metadata.encode("utf-8")})
    wrong = list(publishing.faults(target, release=not development))
    if wrong:
        target.unlink()
        raise SystemExit("\n  ".join(["plugins.qgis.org would not take the zip:", *wrong]))
    return target


def main(arguments=None):
    """Build, and say what was made."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dev", action="store_true", help="a development build, which needs no publisher")
    development = parser.parse_args(arguments).dev
    target = build(ROOT / "dist", development)
    kind = "a development build" if development else "a release"
    print(f"{target.relative_to(ROOT)}: {kind}, {target.stat().st_size / 1024:.0f} kB")
    print("Install it in QGIS: Plugins > Manage and Install Plugins > Install from ZIP.")


if __name__ == "__main__":
    sys.exit(main())
