#!/usr/bin/env python3
r"""Draws a layer of a GeoPackage as a poster, in the style that is stored in the file itself.

QT_QPA_PLATFORM=offscreen /usr/bin/python3 tools/render_map.py udpegning.gpkg bygninger kort.png --title "Udpegning" \
    --subtitle "Forslag" --source "FBB og BBR" --background "kommune.gpkg|layername=jordstykker"

Opens the file in a bare QGIS without the plugin, so a style that is missing there is missing for the reader too: it
ends with exit code 1 when the layer has no stored style, unless --style names a QML file.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


class CannotDrawError(Exception):
    """Why nothing could be drawn."""


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gpkg", type=Path)
    parser.add_argument("layer")
    parser.add_argument("png", type=Path)
    parser.add_argument("--title", required=True)
    parser.add_argument("--subtitle", default="")
    parser.add_argument("--source", default="")
    parser.add_argument("--background", action="append", default=[], help="a layer below, drawn in thin grey")
    parser.add_argument("--hillshade", type=Path, help="a terrain model below everything, as shaded relief")
    parser.add_argument("--style", type=Path, help="a QML file instead of the stored style")
    parser.add_argument("--paper", choices=("A4", "A3"), default="A4")
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--extent", help="xmin,ymin,xmax,ymax in the layer's CRS")
    parser.add_argument("--plain", action="store_true", help="the map alone, as in the report")
    return parser.parse_args()


def main() -> None:
    """Draw the poster or the plain map."""
    wanted = arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from poster import render_poster
    from qgis.core import (
        QgsApplication,
        QgsBilinearRasterResampler,
        QgsHillshadeRenderer,
        QgsRasterLayer,
        QgsRectangle,
        QgsVectorLayer,
    )

    from lyngby_heritage.processing.outputs.map_image import quieten, render_map

    def opened(uri: str) -> QgsVectorLayer:
        layer = QgsVectorLayer(uri, uri.rpartition("layername=")[2] or uri, "ogr")
        if not layer.isValid():
            raise CannotDrawError(f"Not a layer that can be read: {uri}")
        return layer

    def shaded(path: Path) -> QgsRasterLayer:
        layer = QgsRasterLayer(str(path), path.stem)
        if not layer.isValid():
            raise CannotDrawError(f"Not a terrain model that can be read: {path}")
        renderer = QgsHillshadeRenderer(layer.dataProvider(), 1, 315, 45)
        renderer.setZFactor(4)
        renderer.setMultiDirectional(True)
        layer.setRenderer(renderer)
        layer.resampleFilter().setZoomedInResampler(QgsBilinearRasterResampler())
        layer.setOpacity(0.75)
        return layer

    def draw() -> None:
        if not wanted.gpkg.is_file():
            raise CannotDrawError(f"No such file: {wanted.gpkg}")
        layer = opened(f"{wanted.gpkg}|layername={wanted.layer}")
        if wanted.style:
            message, found = layer.loadNamedStyle(str(wanted.style))
        else:
            message, found = layer.loadDefaultStyle()
        if not found:
            raise CannotDrawError(f"No style for {wanted.layer} in {wanted.style or wanted.gpkg}. {message}".strip())
        backgrounds = []
        for uri in wanted.background:
            background = opened(uri)
            if not background.loadDefaultStyle()[1]:
                quieten(background)
            backgrounds.append(background)
        if wanted.hillshade:
            backgrounds.append(shaded(wanted.hillshade))
        extent = QgsRectangle(*map(float, wanted.extent.split(","))) if wanted.extent else None
        if wanted.plain:
            wanted.png.write_bytes(render_map(layer, extent, background_layers=backgrounds, title=wanted.title))
            return
        render_poster(
            layer,
            wanted.png,
            wanted.title,
            wanted.subtitle,
            wanted.source,
            backgrounds,
            paper=wanted.paper,
            dpi=wanted.dpi,
            extent=extent,
        )

    with tempfile.TemporaryDirectory() as profile:
        application = QgsApplication([], True, profile)
        application.initQgis()
        problem = None
        try:
            draw()
        except (CannotDrawError, OSError, ValueError) as error:
            # As text: the exception would keep the layers alive, and they must not outlive QGIS.
            problem = str(error)
        gc.collect()
        application.exitQgis()
    if problem:
        raise SystemExit(problem)
    print(wanted.png)


if __name__ == "__main__":
    main()
