#!/usr/bin/env python3
"""Makes the layer styles of every tool: each `tools/styles_<tool>.py` has a `styles()` that gives them by file name.

    make styles                       into the plugin
    tools/make_styles.py FOLDER       into a folder, with the environment that make gives it

The same QGIS version writes the same bytes on every run.
"""

from __future__ import annotations

import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from qgis.core import QgsApplication

TOOLS = Path(__file__).resolve().parent
sys.path[:0] = [str(TOOLS), str(TOOLS.parent)]


def styles() -> dict[str, str]:
    """Every style by its file name."""
    made: dict[str, str] = {}
    for module in sorted(TOOLS.glob("styles_*.py")):
        made |= import_module(module.stem).styles()
    return made


def main() -> None:
    """Write the styles into the folder given, or into the plugin."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TOOLS.parent / "lyngby_heritage" / "styles"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as profile:
        application = QgsApplication([], False, profile)
        application.initQgis()
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in styles().items():
            (folder / name).write_text(text, encoding="utf-8")
            print(folder / name)
        application.exitQgis()


if __name__ == "__main__":
    main()
