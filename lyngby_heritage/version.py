"""The version of the plugin, for what lies outside core/."""

from .core.common.version import version

__all__ = ["version"]
