"""`selfcheck`: do the libraries work in this QGIS?"""

import platform

from qgis.core import Qgis, QgsProcessingAlgorithm, QgsProcessingException

from ...core.common.selfcheck import outcomes
from ..base import HeritageAlgorithm
from ..translation import tr


class SelfCheck(HeritageAlgorithm):
    """Exercises the libraries where the tools run, and says what to do about one that is missing or broken."""

    NAME = "selfcheck"
    DISPLAY_NAME = "Self-check"
    GROUP = "Data"
    GROUP_ID = "data"
    SHORT_HELP = (
        "Tries the libraries that the tools use (shapely, fiona, rasterio, pyproj) inside this QGIS, and says what to "
        "do when one is missing or broken. Run it once after installing, and when a tool fails with a strange message."
    )
    LIBRARIES = ()

    def flags(self):
        # pyproj crashes QGIS on Windows and macOS when it first runs in a thread other than the main one.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, config=None):
        """No parameters."""

    def run_tool(self, parameters, context, feedback):
        feedback.pushInfo(f"QGIS {Qgis.version()}, Python {platform.python_version()}, {platform.platform()}")
        broken = []
        for one in outcomes():
            if one.problem:
                broken.append(one)
                feedback.reportError(f"{one.library} {one.version}: {one.problem}")
            else:
                feedback.pushInfo(f"{one.library} {one.version}: {tr('works')}")
        if broken:
            names = ", ".join(f"{one.library} {one.version}".strip() for one in broken)
            packages = " ".join(f"python3-{one.library}" for one in broken)
            raise QgsProcessingException(
                tr(
                    "Missing or broken in this QGIS: {names}. On Windows install QGIS again with the OSGeo4W "
                    "installer; on Debian and Ubuntu run: apt install {packages}. A copy installed with pip may be "
                    "built for another GEOS, GDAL or PROJ than this QGIS's: remove it (pip uninstall)."
                ).format(names=names, packages=packages)
            )
        return {"LIBRARY_COUNT": len(outcomes())}
