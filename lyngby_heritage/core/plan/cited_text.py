"""A document of the plan as text: what it cites stands in its list of the law, and its front counts its blanks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Template

from ..common.law import Citations
from ..common.wording import plain_plural
from ..documents import blanks_in

BLANKS = "felter"
"""What a template calls the words on its blanks."""


def cited_text(template: Template, context: Mapping[str, Any], cited: Citations) -> str:
    """The rendered template. `cited` is what its context cites by.

    A place of the law that stands in the words of a theme or of a municipality is listed as one that the template asks
    for. The list has blanks of its own, so they are counted after it.
    """
    cited.note(template.render({**context, BLANKS: ""}))
    # The sentence that says how many blanks the text has holds none.
    blanks = blanks_in(template.render({**context, BLANKS: ""}))
    return template.render({**context, BLANKS: plain_plural(blanks, "felt", "felter", "ingen felter")})
