"""The templates of a folder of data/, the profile's own before the built-in ones of the same name.

A profile is handed on from one municipality to another. Its templates run in Jinja's sandbox, where they reach what a
page is made from and nothing else of Python.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from .data import template_folders
from .errors import HeritageError
from .profile import Profile, current


def templates_of(
    folder: str, autoescape: bool | Callable[[str | None], bool], keep_trailing_newline: bool = False
) -> Environment:
    """An environment in which a name that the context lacks is an error, not a gap in the page.

    Its templates know `logo`, the profile's picture as a data: address, "" without one, and `kommune`, the profile's
    name, "" without a profile.
    """
    profile = current()
    made: dict[str, Any] = {
        "loader": FileSystemLoader([str(one) for one in template_folders(folder)]),
        "autoescape": autoescape,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": keep_trailing_newline,
    }
    kind = SandboxedEnvironment if profile is not None and profile.templates else Environment
    environment = kind(**made)
    environment.globals["logo"] = "" if profile is None else profile.logo
    environment.globals["kommune"] = "" if profile is None or profile.built_in else profile.name
    return environment


def refuse_unreadable(profile: Profile) -> None:
    """HeritageError when a template of the profile is none, with the line where it goes wrong."""
    if profile.folder is None:
        return
    for name in profile.templates:
        if not name.endswith(".j2"):
            continue
        try:
            SandboxedEnvironment().parse((profile.folder / name).read_text(encoding="utf-8-sig"))
        except TemplateSyntaxError as error:
            raise HeritageError(
                "The profile {profile}: the template {file} is wrong in line {line}: {why}.",
                profile=profile.name,
                file=name,
                line=error.lineno,
                why=error.message,
            ) from error
