"""A municipality's profile: its own values, texts, templates and logo, laid over what comes with the plugin.

Which profile holds is a matter of one run. It stands in a context variable, which every thread has for itself and
which `in_force` takes back, so that no run leaves its settings to the next. `data.load` asks here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Sourced:
    """Where a value of a profile comes from; `verified` where it was read in the source itself."""

    about: str
    """The parameter or the key of a file, as it stands in the profile."""
    source: str
    verified: bool
    note: str = ""


@dataclass(frozen=True)
class Profile:
    """What a run goes by beside its parameters."""

    name: str
    version: str
    checksum: str
    """SHA-256 of what was read; two profiles with the same one are the same."""
    folder: Path | None = None
    """None of the settings that come with the plugin."""
    municipality: str = ""
    """Its code, four digits; "" where the profile is of no one municipality."""
    source: str = ""
    files: Mapping[str, Any] = field(default_factory=dict)
    """Name of a data file → its whole content, the profile's keys laid over the built-in ones."""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    """Name of a tool's parameter → what it is when nobody gives it."""
    sources: tuple[Sourced, ...] = ()
    templates: tuple[str, ...] = ()
    """Files of its own that come before the built-in ones of the same name."""
    logo: str = ""
    """A picture as a data: address, "" without one."""
    inherited: tuple[str, ...] = ()
    """What another municipality decided and this one does not say."""
    unread: tuple[str, ...] = ()
    """Files in the folder that nothing reads."""

    @property
    def built_in(self) -> bool:
        """Whether it is what comes with the plugin."""
        return self.folder is None

    def pairs(self) -> list[tuple[str, str]]:
        """What tells it from another, as the log, the metadata of a layer and `koersel` say it."""
        return [("navn", self.name), ("version", self.version), ("kontrolsum", self.checksum)]


_IN_FORCE: ContextVar[Profile | None] = ContextVar("lyngby_heritage_profile", default=None)


def current() -> Profile | None:
    """The profile that holds here; None outside a run, where the built-in settings hold."""
    return _IN_FORCE.get()


@contextmanager
def in_force(profile: Profile) -> Iterator[Profile]:
    """Let a profile hold in what follows, and what held before again afterwards."""
    token = _IN_FORCE.set(profile)
    try:
        yield profile
    finally:
        _IN_FORCE.reset(token)
