#!/usr/bin/env python3
"""Copies the plugin into your QGIS, where an earlier copy of it is replaced whole. Nothing else there is touched.

    tools/install.py                          into the profile that QGIS starts with
    tools/install.py --profile kommune        into another profile
    tools/install.py --plugins-dir FOLDER     into a folder of plugins, such as a shared one in QGIS_PLUGINPATH

The environment variables QGIS_PROFILE and QGIS_PLUGINS_DIR do the same, also through make:
make install QGIS_PLUGINS_DIR=FOLDER
"""

import argparse
import configparser
import os
import shutil
import sys
import tempfile
from pathlib import Path

import package

OURS = "name=Lyngby Heritage"


def qgis_folder(platform=sys.platform, home=None, environment=os.environ):
    """Where QGIS 3 keeps its profiles on this platform."""
    home = Path.home() if home is None else home
    if platform == "win32":
        return Path(environment.get("APPDATA") or home / "AppData" / "Roaming") / "QGIS" / "QGIS3"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "QGIS" / "QGIS3"
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / "QGIS" / "QGIS3"


def plugins_folder(folder, profile=None):
    """The folder of plugins of a profile; without a name that of the profile that QGIS starts with."""
    profiles = folder / "profiles"
    if not profile:
        settings = configparser.ConfigParser()
        settings.read(profiles / "profiles.ini", encoding="utf-8")
        profile = settings.get("core", "defaultProfile", fallback="default")
    elif not (profiles / profile).is_dir():
        known = sorted(path.name for path in profiles.iterdir() if path.is_dir()) if profiles.is_dir() else []
        raise SystemExit(f"There is no profile '{profile}' in {profiles}. Profiles: {', '.join(known) or 'none'}.")
    return profiles / profile / "python" / "plugins"


def install(files, plugins):
    """Copy the plugin beside its place first, then swap it in; an earlier copy of ours goes, anything else stays."""
    target = plugins / package.PLUGIN
    refuse_foreign(target)
    plugins.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{package.PLUGIN}-", dir=plugins) as staging:
        for name, path in files.items():
            place = Path(staging) / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
        if target.is_symlink():
            target.unlink()  # a developer's link: what it leads to stays
        earlier = Path(staging) / "earlier"
        if target.exists():
            target.rename(earlier)
        try:
            (Path(staging) / package.PLUGIN).rename(target)
        except OSError:
            if earlier.exists():
                earlier.rename(target)
            raise
    return target


def refuse_foreign(target):
    """Leave with a message when what is in our place is not our plugin."""
    metadata = target / "metadata.txt"
    if not os.path.lexists(target) or target.is_symlink():
        return
    lines = metadata.read_text(encoding="utf-8", errors="replace").splitlines() if metadata.is_file() else []
    if OURS not in lines:
        raise SystemExit(f"{target} holds something else than this plugin. Move it away first; nothing was changed.")


def main():
    """Install, and say what to do next."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--profile", default=os.environ.get("QGIS_PROFILE"), help="name of a QGIS profile")
    where.add_argument("--plugins-dir", default=os.environ.get("QGIS_PLUGINS_DIR"), help="a folder of plugins")
    arguments = parser.parse_args()
    package.refuse_stale_translation()
    named = arguments.plugins_dir
    plugins = Path(named).expanduser().absolute() if named else plugins_folder(qgis_folder(), arguments.profile)
    target = install(package.content(), plugins)
    print(f"Lyngby Heritage {package.version()} is installed in {target}")
    print("Next: start QGIS again; tick Lyngby Heritage under Plugins > Manage and Install Plugins > Installed;")
    print("the tools are in the Processing toolbox (Ctrl+Alt+T). Run 'Self-check' there once.")


if __name__ == "__main__":
    sys.exit(main())
