"""What all reports share: one HTML page in Danish from a template, that needs nothing besides itself."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment

from ..common.law import statement
from ..common.templates import templates_of
from ..common.wording import NBSP, agreeing, capitalised, number, percent, plural


def render_page(template: str, context: Mapping[str, Any], **filters: Callable[..., str]) -> str:
    """The page that `data/templates/<template>` makes of the context; templates extend `base.html.j2`."""
    return templates("templates", **filters).get_template(template).render(context)


def templates(folder: str, **filters: Callable[..., str]) -> Environment:
    """The templates of a folder of data/, the profile's own before the built-in ones (`common.templates`).

    Every template has the filters `antal` (1.234), `bygninger` (1.234 bygninger), `ord` (the word that agrees), `stort`
    and the functions `procent` and `lovens_ord` (a sentence on the law), besides those given. A name that the context
    lacks is an error, not a gap in the page.
    """
    environment = templates_of(folder, autoescape=True)
    environment.filters.update(antal=number, bygninger=buildings, ord=agreeing, stort=capitalised, **filters)
    environment.globals.update(procent=percent, lovens_ord=_of_the_law)
    return environment


def _of_the_law(key: str) -> str:
    return statement(key).replace("§ ", f"§{NBSP}")


def buildings(count: int) -> str:
    """A number of buildings in words that agree: 1 bygning, 2 bygninger."""
    return plural(count, "bygning", "bygninger")


def picture(png: bytes | None) -> str | None:
    """A PNG as it stands inside a page, or None."""
    return base64.b64encode(png).decode("ascii") if png else None
