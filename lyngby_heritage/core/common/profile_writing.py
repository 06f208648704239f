"""Writes a new profile for a municipality, from the built-in settings or from a profile that there is.

A new profile holds what a council decides, with the remarks that explain it, and no more: what a profile does not say
follows the plugin when that is updated. With `everything` it holds every setting and every template.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from ...paths import DATA
from .data import as_shipped
from .errors import HeritageError
from .profile import Profile
from .profile_reading import (
    DECIDED,
    MANIFEST,
    OF_ONE_MUNICIPALITY,
    TEMPLATES,
    base_of,
    read_profile,
    settings_files,
    templates_in,
)
from .version import version

FIRST = {
    "rules/designation.json": ("high_values", "neighbour_value", "attached_uses", "thresholds"),
    "rules/plot_ratio.json": ("defaults",),
    "web/settings.json": ("contact", "background"),
}
"""Data file → keys of a new profile."""
FROM_LYNGBY_TAARBAEK = (
    "Indbygget indstilling: Lyngby-Taarbæks beslutning. Erstat den med kommunens egen, og skriv kilden."
)
README = "LAES_MIG.md"
_SHORT_LIST = re.compile(r"\[\s+([^\[\]{}\"]*?)\s+\]")
"""A list of numbers that json.dumps wrote over several lines."""


def write_profile(
    folder: Path, name: str, municipality: str = "", base: Profile | None = None, everything: bool = False
) -> Profile:
    """Write a profile into a folder that is empty or not there, whole or not at all, and read it back.

    `base` is another profile to begin with, None for the built-in settings. HeritageError when something stands in the
    folder, or when `municipality` is no code.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise HeritageError(
            "A new profile needs an empty folder, and {folder} holds something. Choose another.", folder=str(folder)
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".profil-") as place:
        staged = Path(place) / folder.name
        staged.mkdir()
        if base is None or base.folder is None:
            _write_built_in(staged, name, municipality, everything)
        else:
            _write_copy(staged, name, municipality, base)
        (staged / README).write_text(_README.format(name=name), encoding="utf-8")
        read_profile(staged)
        if folder.exists():
            folder.rmdir()
        staged.rename(folder)
    return read_profile(folder)


def _write_built_in(folder: Path, name: str, municipality: str, everything: bool) -> None:
    sources = [
        {"om": f"{file}: {place}" if file else place, "kilde": FROM_LYNGBY_TAARBAEK, "bekraeftet": False}
        for file, place in DECIDED
    ]
    manifest = {
        "_about": "Hvad hver nøgle betyder, står i docs/profil.md.",
        "navn": name,
        **({"kommunekode": municipality} if municipality else {}),
        "version": "1",
        "kilde": f"Skrevet ud fra de indbyggede indstillinger i Lyngby Heritage {version()}",
        "parametre": {"VALUE4_RULE": 0},
        "kilder": sources,
    }
    _write_json(folder / MANIFEST, manifest)
    for file in settings_files() if everything else FIRST:
        content = base_of(file, municipality.zfill(4) != as_shipped(OF_ONE_MUNICIPALITY)["municipality"])
        keys = FIRST.get(file, ())
        kept = content if everything else {key: one for key, one in content.items() if key.lstrip("_") in keys}
        _write_json(folder / file, kept)
    if everything:
        for one in TEMPLATES:
            for template in templates_in(DATA / one):
                target = folder / one / template
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(DATA / one / template, target)


def _write_copy(folder: Path, name: str, municipality: str, base: Profile) -> None:
    shutil.copytree(str(base.folder), folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".*", README))
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8-sig"))
    named: dict[str, Any] = {"navn": name, "version": "1", "kilde": f"Skrevet ud fra profilen {base.name}"}
    if municipality:
        named["kommunekode"] = municipality
    _write_json(folder / MANIFEST, {**manifest, **named})


def _write_json(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, indent=1)
    text = _SHORT_LIST.sub(lambda found: f"[{' '.join(found[1].split())}]", text)
    path.write_text(text + "\n", encoding="utf-8")


_README = """# {name}: kommunens egne indstillinger

Mappen er kommunens profil til Lyngby Heritage. Den ligger uden for programmet og bliver stående, når programmet
opdateres. Angiv den som PROFILE til et værktøj, eller vælg den i menuen Plugins > Lyngby Heritage.

- `profile.json` siger, hvis profil det er, og hvor hver værdi kommer fra. Sæt `bekraeftet` til true, når
  kilden er læst.
- De øvrige filer hedder som programmets egne og indeholder kun det, kommunen vil have anderledes. En nøgle, der
  slettes, følger igen programmet. Nøgler, der begynder med _, er bemærkninger og læses ikke.
- Ret teksten i en almindelig teksteditor, og gem som UTF-8. En fejl afvises med fil, sted og det, der forventes.
- Skift `version`, når noget er ændret: Den står i loggen og i pakkens tabel `koersel`.
"""
