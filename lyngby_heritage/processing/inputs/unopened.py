"""Files that cannot be opened, as a download that broke off, and why, as far as the file tells."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import Any

from qgis.core import QgsProcessingUtils, QgsProviderRegistry, QgsVectorLayer

from ...core.common.errors import Note, listed
from ...core.common.gdal_errors import raising
from ..translation import tr, tr_message
from .headings import DELIMITED, above_heading
from .heard import Listening, one_line
from .opening import TEXTS
from .parameters import is_blank

_TAKEN_FOR_A_SIGN = re.compile(r"%[0-9a-fA-F]{2}")
"""What QGIS reads in a path as another letter: %20 is a space."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
"""How a text in UTF-16 begins: Excel's "Unicode text"."""
LAYER_FILES = (".gpkg", ".shp", ".geojson", ".json", ".fgb", ".gml", ".tab", ".csv", ".xlsx", ".ods", ".parquet")
"""How files end that mostly hold layers, the likeliest first."""
_LAYER = re.compile(r"\|layername=([^|]*)", re.IGNORECASE)


def why_unopened(address: str) -> str:
    """The reason in the interface's language, "" where there is none to find. `address` is as QGIS writes it."""
    named, provider, source = QgsProcessingUtils.decodeProviderKeyAndUri(address)
    if named:
        return _said_by_provider(provider, source)
    path = address.split("|")[0]
    if not ("/" in path or "\\" in path or os.path.exists(path)):
        return ""
    if not os.path.exists(path):
        return tr("There is no file {file}.").format(file=path)
    if os.path.isdir(path):
        return _is_a_folder(path)
    if os.path.isfile(path) and not os.path.getsize(path):
        return tr("{file} is empty.").format(file=path)
    if _TAKEN_FOR_A_SIGN.search(path):
        return tr(
            "QGIS reads a % and two digits or letters in a path, such as %20, as another sign, and does not find the "
            "file. Give the file or folder another name."
        )
    if os.path.splitext(path)[1].lower() in TEXTS and _begins_with(path, _UTF16):
        return tr("{file} is written in UTF-16. Save it as CSV UTF-8.").format(file=path)
    above = above_heading(path) if os.path.splitext(path)[1].lower() in DELIMITED else None
    if above is not None:
        return tr_message(
            Note(
                "{file} has {count:line|lines} above its heading, which QGIS does not get past. Delete "
                "{count:=it|them}, or run the tool 'Collect data' (collectdata) on the file.",
                {"file": path, "count": above[0]},
            )
        )
    if path.lower().endswith(".txt"):
        message = tr("QGIS opens a table of text by its ending. Call {file} .csv, or .tsv where tabs part the cells.")
        return message.format(file=path)
    return _other_layers(address, path) or _said_by_gdal(path)


def _is_a_folder(path: str) -> str:
    """That a folder was given for a layer, and which of its files can be."""
    there = sorted(one.name for one in os.scandir(path) if one.is_file())
    files = [one for ending in LAYER_FILES for one in there if one.lower().endswith(ending)]
    if not files:
        return tr(
            "{file} is a folder, and a layer is wanted. Give the file that the layer lies in, or run the tool 'Collect "
            "data' (collectdata) on the folder first."
        ).format(file=path)
    return tr("{file} is a folder, and a layer is wanted. Give one of its files: {files}.").format(
        file=path, files=listed(files)
    )


def cannot_be_opened(value: Any) -> str:
    """The file that a parameter's value names, where it is there and holds nothing that QGIS opens; else ""."""
    path = value.split("|")[0] if isinstance(value, str) else ""
    if not path or not os.path.isfile(path):
        return ""
    return "" if QgsProviderRegistry.instance().querySublayers(path) else path


def apart(parameters: dict[str, Any], names: Iterable[str]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """The parameters without the layers of `names` that cannot be opened, and these: (parameter, file)."""
    readable, unopened = dict(parameters), []
    for name in names:
        value = parameters.get(name)
        if is_blank(value):
            continue
        every = value if isinstance(value, (list, tuple)) else [value]
        files = [cannot_be_opened(one) for one in every]
        unopened += [(name, file) for file in files if file]
        left = [one for one, file in zip(every, files) if not file]
        if not left:
            del readable[name]
        elif len(left) < len(every):
            readable[name] = left
    return readable, unopened


def _said_by_provider(provider: str, source: str) -> str:
    """Why a table or a service cannot be opened, in the words of whoever was asked."""
    with Listening(None) as listening:
        layer = QgsVectorLayer(source, "", provider)
    said = listening.problem or one_line(layer.error().summary())
    return tr("Its source says: {said}.").format(said=said) if said else ""


def _begins_with(path: str, signs: tuple[bytes, ...]) -> bool:
    with open(path, "rb") as file:
        return file.read(2) in signs


def _other_layers(address: str, path: str) -> str:
    """That the file has other layers than the one that is named."""
    named = _LAYER.search(address)
    if named is None:
        return ""
    there = sorted(one.name() for one in QgsProviderRegistry.instance().querySublayers(path))
    if not there or named[1] in there:
        return ""
    return tr("{file} has no layer {layer}. It has: {layers}.").format(
        file=path, layer=named[1], layers=", ".join(there)
    )


def _said_by_gdal(path: str) -> str:
    try:
        from osgeo import gdal
    except ImportError:
        return ""
    with raising():
        try:
            gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_RASTER)
        except RuntimeError as error:
            said = " ".join(str(error).split()).rstrip(".")
            return tr("The file is there, but damaged, cut off or no file of layers ({said}). Fetch it again.").format(
                said=said
            )
    return ""
