"""WEB_ADDRESS as a run was given it."""

from __future__ import annotations

from typing import Any

from ...core.common.errors import HeritageError
from ...core.plan.web_address import checked_address
from ..translation import tr_message


def refusal_of_web_address(algorithm: Any, parameters: dict[str, Any], context: Any) -> str:
    """Why the address of the website is refused; "" where it is not."""
    try:
        checked_address(algorithm.parameterAsString(parameters, algorithm.WEB_ADDRESS, context))
    except HeritageError as error:
        return tr_message(error)
    return ""
