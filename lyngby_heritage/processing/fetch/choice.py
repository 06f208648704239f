"""What is fetched: the services that were chosen, of the catalogue in force, and the municipality."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...core.common.errors import HeritageError
from ...core.common.profile import current
from ...core.registers.services import known_services, read_services
from ..inputs.catalogue import catalogue_text
from ..inputs.parameters import is_blank
from ..translation import is_danish

if TYPE_CHECKING:
    from ...core.registers.services import Service, Services


def catalogue_of(path: str) -> Services:
    """The catalogue of a file, or the one that comes with the plugin. HeritageError where it cannot be used."""
    if not path:
        return known_services()
    return read_services(catalogue_text(path), Path(path).name)


def chosen_services(value: Any, services: Services) -> list[Service]:
    """The services of a value: numbers or codes, in a list or one text with commas; nothing is those without a key.

    HeritageError for what is none of them.
    """
    if is_blank(value) or value == []:
        return [one for one in services.every if not one.key]
    named = value if isinstance(value, (list, tuple)) else str(value).replace(";", ",").split(",")
    found: list[Service] = []
    for one in named:
        service = services.chosen(str(one))
        if service is None:
            known = (
                f"{number} = {each.title if is_danish() else each.english} ({each.code})"
                for number, each in enumerate(services.every)
            )
            raise HeritageError(
                "SERVICES = {value} cannot be used. Expected is one or more of: {services}.",
                value=str(value),
                services=", ".join(known),
            )
        if service not in found:
            found.append(service)
    return found


def municipality_of(text: str) -> str:
    """The municipality's code, four digits: the one given, else the profile's. HeritageError where there is none."""
    profile = current()
    code = text.strip() or (profile.municipality if profile is not None else "")
    if not code:
        raise HeritageError(
            "MUNICIPALITY: the code of the municipality is needed, such as 0173, and the profile does not say it."
        )
    return code.zfill(4)
