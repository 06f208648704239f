"""Reads the files under data/ with the municipality's profile laid over them: what it changes without touching code."""

from __future__ import annotations

import json
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import Any, Callable, TypeVar, cast

from ...paths import DATA
from .profile import current

Read = TypeVar("Read", bound=Callable[..., Any])


def load(name: str) -> Any:
    """The content of `data/<name>`, a JSON file, as the profile in force has it.

    Keys that begin with an underscore are remarks for people.
    """
    profile = current()
    return as_shipped(name) if profile is None or name not in profile.files else profile.files[name]


@cache
def as_shipped(name: str) -> Any:
    """The content of `data/<name>` as it comes with the plugin, whatever profile is in force."""
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def cached(read: Read) -> Read:
    """As functools.cache for what is read out of the data files: apart for each profile."""

    @lru_cache(maxsize=256)
    def of(_profile: str, *arguments: Any) -> Any:
        return read(*arguments)

    @wraps(read)
    def asked(*arguments: Any) -> Any:
        profile = current()
        return of("" if profile is None or profile.built_in else profile.checksum, *arguments)

    return cast("Read", asked)


def template_folders(name: str) -> list[Path]:
    """Where the templates of `data/<name>` are looked for: the profile's folder of that name first, if it has one."""
    profile = current()
    own = [profile.folder / name] if profile is not None and profile.folder is not None and profile.templates else []
    return [*own, DATA / name]
