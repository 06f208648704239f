#!/usr/bin/env python3
"""Copies the plugin into your QGIS, where an earlier copy of it is replaced whole. Nothing else there is touched.

    tools/install.py                          into the profile that QGIS starts with; QGIS 3 and QGIS 4 where both are
    tools/install.py --qgis 4                 into that of QGIS 4 alone
    tools/install.py --profile kommune        into another profile
    tools/install.py --plugins-dir FOLDER     into a folder of plugins, such as a shared one in QGIS_PLUGINPATH

The environment variables QGIS_SERIES, QGIS_PROFILE and QGIS_PLUGINS_DIR do the same, also through make:
make install QGIS_PLUGINS_DIR=FOLDER

It needs Python 3.9 and nothing else, on Windows too: in the OSGeo4W Shell, python tools/install.py
"""

import argparse
import configparser
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

import package
import translations

OURS = "name=Lyngby Heritage"
SERIES = (3, 4)
"""Each series of QGIS keeps its profiles to itself; QGIS 4 copies those of QGIS 3 once, when it is first started."""
LAST, ALWAYS_THE_DEFAULT, ASK = range(3)
"""What QGIS starts with (Settings > Options > User Profiles), as `selectionPolicy` in profiles.ini."""


def qgis_folder(platform=None, home=None, environment=os.environ, series=SERIES[0]):
    """Where a series of QGIS keeps its profiles on this platform."""
    platform = platform or sys.platform
    home = Path.home() if home is None else home
    if platform == "win32":
        data = Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
    elif platform == "darwin":
        data = home / "Library" / "Application Support"
    else:
        data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return data / "QGIS" / f"QGIS{series}"


def profile_names(folder):
    """The profiles that QGIS has made in its folder; none where it was never started."""
    profiles = folder / "profiles"
    return sorted(path.name for path in profiles.iterdir() if path.is_dir()) if profiles.is_dir() else []


def starting_profile(folder):
    """The name of the profile that QGIS starts with."""
    settings = configparser.ConfigParser(interpolation=None)
    settings.read(folder / "profiles" / "profiles.ini", encoding="utf-8")
    default = _qt_text(settings.get("core", "defaultProfile", fallback="default"))
    last = _qt_text(settings.get("core", "lastProfile", fallback=""))
    policy = settings.getint("core", "selectionPolicy", fallback=LAST)
    known = profile_names(folder)
    if policy == ASK and len(known) > 1:
        raise SystemExit(f"QGIS asks at its start for the profile; name it with --profile: {', '.join(known)}.")
    return last if policy == LAST and last in known else default


def _qt_text(value):
    # As Qt writes a text into an .ini: in quotes when it has a comma, other letters than ASCII by their number.
    return re.sub(r"\\x([0-9a-f]{1,4})", lambda found: chr(int(found[1], 16)), value.strip('"'))


def plugins_folder(folder, profile=None):
    """The folder of plugins of a profile; without a name that of the profile that QGIS starts with."""
    known = profile_names(folder)
    if profile and profile not in known:
        raise SystemExit(
            f"There is no profile '{profile}' in {folder / 'profiles'}. Profiles: {', '.join(known) or 'none'}."
        )
    return folder / "profiles" / (profile or starting_profile(folder)) / "python" / "plugins"


def places(series=None, profile=None, platform=None, home=None, environment=os.environ):
    """The folders of plugins to install into, each with the QGIS that looks there, in words.

    Those of every series that was started by this user, and has the profile; leaves with a message when there is none.
    """
    if environment.get("QGIS_CUSTOM_CONFIG_PATH"):
        folders = {"QGIS (QGIS_CUSTOM_CONFIG_PATH)": Path(environment["QGIS_CUSTOM_CONFIG_PATH"])}
    else:
        asked = [series] if series else SERIES
        folders = {f"QGIS {one}": qgis_folder(platform, home, environment, one) for one in asked}
    started = {name: folder for name, folder in folders.items() if profile_names(folder)}
    if not started:
        looked = "".join(f"\n  {folder / 'profiles'}" for folder in folders.values())
        raise SystemExit(
            f"No profile of {' or '.join(folders)} was found, so that nothing was installed. Looked in{looked}\n"
            "Start QGIS once and close it, then run this again; or name a folder of plugins with --plugins-dir."
        )
    having = {name: one for name, one in started.items() if not profile or profile in profile_names(one)}
    return [(name, plugins_folder(folder, profile)) for name, folder in (having or started).items()]


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
        try:
            if target.exists():
                target.rename(earlier)
            (Path(staging) / package.PLUGIN).rename(target)
        except OSError as error:
            if earlier.exists():
                earlier.rename(target)
            raise SystemExit(
                f"{target} could not be replaced, since another program holds it ({error.strerror}): close QGIS, and "
                "run this again. The earlier copy is as it was."
            ) from error
    return target


def refuse_foreign(target):
    """Leave with a message when what is in our place is not our plugin."""
    metadata = target / "metadata.txt"
    if not os.path.lexists(target) or target.is_symlink():
        return
    lines = metadata.read_text(encoding="utf-8", errors="replace").splitlines() if metadata.is_file() else []
    if OURS not in lines:
        raise SystemExit(f"{target} holds something else than this plugin. Move it away first; nothing was changed.")


def looked_into(plugins, environment=os.environ):
    """Whether a QGIS looks for plugins in a folder that the user has named."""
    named = [Path(one) for one in environment.get("QGIS_PLUGINPATH", "").split(os.pathsep) if one]
    return plugins in named or (plugins.parts[-2:] == ("python", "plugins") and plugins.parts[-4:-3] == ("profiles",))


def main(arguments=None):
    """Install, and say where, and what to do next."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")  # a console that lacks a letter of the path
    environment = os.environ
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--profile", default=environment.get("QGIS_PROFILE"), help="name of a QGIS profile")
    where.add_argument("--plugins-dir", default=environment.get("QGIS_PLUGINS_DIR"), help="a folder of plugins")
    series = environment.get("QGIS_SERIES") or None
    parser.add_argument("--qgis", type=int, choices=SERIES, default=series, help="the series of QGIS")
    asked = parser.parse_args(arguments)
    if asked.plugins_dir:
        chosen = [("", Path(asked.plugins_dir).expanduser().absolute())]
    else:
        chosen = places(asked.qgis, asked.profile)
    translations.compile_file()
    package.refuse_stale_translation()
    plugin = f"Lyngby Heritage {package.version()}"
    for name, plugins in chosen:
        target = install(package.content(), plugins)
        if name:
            print(f"{plugin} is installed for {name}, profile '{plugins.parts[-3]}': {target}")
        elif looked_into(plugins):
            print(f"{plugin} is installed in {target}")
        else:
            print(f"{plugin} is copied to {target}")
            print(f"QGIS looks there only when the environment variable QGIS_PLUGINPATH names {plugins}")
    print("Next: start QGIS again; tick Lyngby Heritage under Plugins > Manage and Install Plugins > Installed;")
    print("the tools are in the Processing toolbox (Ctrl+Alt+T). Run 'Self-check' there once.")


if __name__ == "__main__":
    sys.exit(main())
