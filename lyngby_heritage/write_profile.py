"""Writes a new profile for a municipality, where QGIS and its menu are not at hand.

python3 -m lyngby_heritage.write_profile MAPPE --navn "Vores Kommune" --kommunekode 0190
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .core.common.errors import HeritageError
from .core.common.profile_reading import BUILT_IN, profile_named, shipped
from .core.common.profile_writing import write_profile


def main(arguments: list[str] | None = None) -> int:
    """Write what the arguments ask for; 0, or 1 with the reason on standard error."""
    parser = argparse.ArgumentParser(
        prog="python3 -m lyngby_heritage.write_profile", description="Skriver en ny profil."
    )
    parser.add_argument("mappe", type=Path, help="en mappe, der er tom eller ikke findes")
    parser.add_argument("--navn", required=True, help="hvad profilen hedder, f.eks. kommunens navn")
    parser.add_argument("--kommunekode", default="", help="fire cifre, f.eks. 0190")
    parser.add_argument("--fra", default=BUILT_IN, help=f"{BUILT_IN}, {', '.join(shipped())} eller en mappe")
    parser.add_argument("--alt", action="store_true", help="alle indstillinger og skabeloner, ikke kun de vigtigste")
    given = parser.parse_args(arguments)
    if given.alt and given.fra != BUILT_IN:  # a profile is copied as it is
        parser.error("--alt skriver programmets egne indstillinger og kan ikke bruges sammen med --fra.")
    try:
        base = profile_named(given.fra, Path())
        made = write_profile(given.mappe, given.navn, given.kommunekode, base, given.alt)
    except HeritageError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{made.folder}: {made.name}, version {made.version}, kontrolsum {made.checksum}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
