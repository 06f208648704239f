"""The key that some services want: from an authentication configuration of QGIS, or from the environment.

A key is never a parameter, since QGIS writes parameters into its log and its history, and never part of an address
that anybody is shown.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsApplication, QgsAuthMethodConfig

from ...core.common.errors import HeritageError
from ..translation import tr

ENVIRONMENT = "LYNGBY_API_KEY"
BASIC, HEADER = "Basic", "APIHeader"


@dataclass(frozen=True)
class Key:
    """What opens a service. It never shows what it holds."""

    text: str = ""
    configuration: str = ""
    """An authentication configuration that QGIS itself puts into the request; "" where the text goes into it."""

    def __repr__(self) -> str:
        return "Key(…)" if self else "Key()"

    def __bool__(self) -> bool:
        return bool(self.text or self.configuration)


def _manager() -> Any:
    return QgsApplication.authManager()


def refusal_of(configuration: str) -> str:
    """Why what was given as AUTH is refused, never saying it; "" for a configuration of QGIS and for nothing."""
    if not configuration or configuration in _manager().configIds():
        return ""
    return tr(
        "AUTH is no authentication configuration of this QGIS. Expected is one that QGIS has (Settings, Options, "
        "Authentication; the method Basic with the key as password), or nothing where the environment variable "
        "{variable} has the key. A key is never written here, since QGIS keeps parameters in its log and history. If "
        "what stands here is a key, make a new one."
    ).format(variable=ENVIRONMENT)


def key_of(configuration: str) -> Key:
    """The key of a configuration of QGIS, else of the environment; an empty one where there is none.

    HeritageError where QGIS cannot open the configuration.
    """
    if not configuration:
        return Key(os.environ.get(ENVIRONMENT, "").strip())
    found = QgsAuthMethodConfig()
    opened = _manager().loadAuthenticationConfig(configuration, found, True)
    loaded = opened[0] if isinstance(opened, tuple) else opened
    if isinstance(opened, tuple) and len(opened) > 1:
        found = opened[1]
    if not loaded:
        raise HeritageError(
            "AUTH: QGIS cannot open the authentication configuration. Give the master password in QGIS, or for "
            "qgis_process in a file that the environment variable QGIS_AUTH_PASSWORD_FILE names."
        )
    if found.method() == BASIC:
        return Key((found.config("password") or found.config("username")).strip())
    if found.method() == HEADER:
        values = [value.strip() for value in found.configMap().values() if value.strip()]
        return Key(values[0] if values else "")
    return Key(configuration=configuration)
