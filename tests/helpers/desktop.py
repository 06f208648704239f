"""A real QGIS window on a virtual screen, the plugin installed as planners install it, and a script that clicks."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QGIS = shutil.which("qgis")
XVFB = shutil.which("Xvfb")
SCREEN = "1800x950x24"
MARKS = [
    pytest.mark.desktop,
    pytest.mark.skipif(QGIS is None, reason="the QGIS desktop is not installed"),
    pytest.mark.skipif(XVFB is None, reason="Xvfb is not installed (make test brings it)"),
]
PICTURES = ROOT / "build"
"""Where the script's pictures go."""

# Runs inside the QGIS desktop, once its window stands. What it saw goes into a file: QGIS is ended without teardown.
PRELUDE = """
import json, os, sys, time, traceback
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject, QgsVectorLayer
from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QDockWidget, QScrollArea
from qgis.utils import active_plugins, iface

GIVEN = json.loads(os.environ["DESKTOP_TEST"])
SEEN = {}


def heard(kind, value, trace):
    # QGIS's own hook opens a window over everything, and waits for somebody.
    SEEN.setdefault("unhandled", []).append("".join(traceback.format_exception(kind, value, trace)))


sys.excepthook = heard


def wait(condition, seconds, what):
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError(what)
        QCoreApplication.processEvents()
        time.sleep(0.02)


def settle(seconds=0.6):
    end = time.monotonic() + seconds
    wait(lambda: time.monotonic() > end, seconds + 5, "settle")


def picture(name):
    iface.messageBar().clearWidgets()
    settle()
    wait(lambda: not iface.mapCanvas().isDrawing(), 20, "the map")
    QGuiApplication.primaryScreen().grabWindow(0).save(os.path.join(GIVEN["pictures"], name))


def log_of(dialog):
    path = GIVEN["seen"] + ".log"
    dialog.saveLogToFile(path, QgsProcessingAlgorithmDialogBase.LogFormat.FormatPlainText)
    with open(path, encoding="utf-8") as file:
        return file.read()


"""

ENDING = """
def write():
    with open(GIVEN["seen"], "w", encoding="utf-8") as file:
        json.dump(SEEN, file, default=str)
    os._exit(0)


def too_late():
    SEEN["error"] = "still at it:" + chr(10) + "".join(traceback.format_stack())
    QGuiApplication.primaryScreen().grabWindow(0).save(os.path.join(GIVEN["pictures"], "desktop_error.png"))
    write()


def start():
    try:
        work()
    except BaseException:
        SEEN["error"] = traceback.format_exc()
        QGuiApplication.primaryScreen().grabWindow(0).save(os.path.join(GIVEN["pictures"], "desktop_error.png"))
    write()


QTimer.singleShot(1000 * GIVEN["seconds"], too_late)
QTimer.singleShot(1500, start)
"""


@contextmanager
def screen(size=SCREEN):
    """A virtual screen of our own; gives its display."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [XVFB, "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            pytest.skip("Xvfb does not start here")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def make_profile(profiles, language="da", installed=True):
    """A fresh profile in a language; with the plugin `installed` as a planner installs it, and ticked."""
    profile = profiles / "profiles" / "default"
    plugins = profile / "python" / "plugins"
    if installed:
        command = [sys.executable, ROOT / "tools" / "install.py", "--plugins-dir", plugins]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    settings = profile / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    ticked = "lyngby_heritage=true\n" if installed else ""
    settings.write_text(
        f"[PythonPlugins]\nprocessing=true\n{ticked}\n"
        f"[locale]\noverrideFlag=true\nuserLocale={language}\n\n"
        "[qgis]\ncheckVersion=false\nshowTips=false\n\n"
        "[Processing]\nConfiguration\\KEEP_DIALOG_OPEN=true\n",
        encoding="utf-8",
    )


def run_in_qgis(
    folder, script, given, seconds=120, language="da", installed=True, libraries=True, size=SCREEN, more=None
):
    """Run a script (its functions, with `work()` among them) in a QGIS desktop; what it put into SEEN.

    The script has `GIVEN`, `SEEN`, `wait`, `settle`, `picture` and `log_of`; `folder` holds the profile and the files.
    Without `libraries` it has none of those that the tests install. `size` is that of the screen, `more` what else
    the environment says.
    """
    make_profile(folder, language, installed)
    path = folder / "script.py"
    path.write_text(PRELUDE + script + ENDING, encoding="utf-8")
    PICTURES.mkdir(exist_ok=True)
    given = {**given, "seen": str(folder / "seen.json"), "pictures": str(PICTURES), "seconds": seconds - 10}
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    environment = {key: value for key, value in os.environ.items() if key not in ("PROJ_DATA", "PROJ_LIB", "GDAL_DATA")}
    environment |= {
        "DESKTOP_TEST": json.dumps(given),
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": ""
        if not libraries
        else os.pathsep.join(str(path) for path in (ROOT / ".venv" / "lib").glob("python3*/site-packages")),
        "QT_QPA_PLATFORM": "xcb",
        "LIBGL_ALWAYS_SOFTWARE": "1",
    }
    environment |= more or {}
    for name in ("QGIS_PLUGINPATH", "QGIS_CUSTOM_CONFIG_PATH", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    with screen(size) as display, (folder / "log").open("w") as log:
        environment["DISPLAY"] = display
        command = [QGIS, "--nologo", "--noversioncheck", "--profiles-path", str(folder), "--code", str(path)]
        qgis = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            qgis.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            qgis.kill()
            qgis.wait(timeout=20)
            pytest.fail(f"QGIS was not done after {seconds} s:\n{(folder / 'log').read_text(errors='replace')[-3000:]}")
    result = Path(given["seen"])
    assert result.exists(), (folder / "log").read_text(errors="replace")[-3000:]
    found = json.loads(result.read_text(encoding="utf-8"))
    assert "error" not in found, "".join([found["error"], *found.get("unhandled", ()), *found.get("unexpected", ())])
    # QGIS has faults of its own: the batch of a tool with an HTML output ends in one (addResult without a timestamp).
    ours = [one for one in found.get("unhandled", ()) if "/lyngby_heritage/" in one or '"<string>"' in one]
    assert ours == [], "".join(ours)
    return {**found, **given}
