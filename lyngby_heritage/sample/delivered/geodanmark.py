"""GeoDanmark's and DAGI's files: roofs, watercourses, lakes, and the municipality among its neighbours."""

from __future__ import annotations

import numpy as np
import shapely

from ...core.common.data import load
from ..municipality import SampleMunicipality
from ..tables import Column, SampleTable, repeated, rounded, texts
from .files import FILE, GEOPACKAGE, MUNICIPALITY, TableFile, fildownload, numbered, picked, register_table, shapes_of

SINCE = "2021-04-20T10:34:01Z"
AWAY = 4000.0
"""Metres that the neighbours reach beyond the municipality."""


def geodanmark_files(municipality: SampleMunicipality) -> list[TableFile]:
    """Bygning, Vandloebsmidte and Soe, with the rows and geometries of the named layers."""
    generation: int = load(FILE)["generations"]["GEODKV"]
    return [
        fildownload("GEODKV", entity, GEOPACKAGE, [made], generation=generation)
        for entity, made in (
            ("Bygning", _roofs(municipality.table("geodanmark_bygning"))),
            ("Vandloebsmidte", _streams(municipality.table("vandloeb"))),
            ("Soe", _lakes(municipality.table("soeer"))),
        )
    ]


def _common(count: int) -> dict[str, Column]:
    return {
        "status": repeated("Anlagt", count),
        "geometristatus": repeated("Endelig", count),
        "registreringFra": repeated(SINCE, count),
        "virkningFra": repeated(SINCE, count),
    }


def _roofs(source: SampleTable) -> SampleTable:
    columns = picked(source, without=["bbruuid"])
    return register_table(
        "GEODKV Bygning",
        {**_common(source.count), **columns, "BBRUUID": source.columns["bbruuid"]},
        geometry=shapes_of(source),
        geometry_type=source.geometry_type,
    )


def _streams(source: SampleTable) -> SampleTable:
    return register_table(
        "GEODKV Vandloebsmidte",
        {**_common(source.count), **picked(source), "vandloebstype": repeated("Almindelig", source.count)},
        geometry=shapes_of(source),
        geometry_type=source.geometry_type,
    )


def _lakes(source: SampleTable) -> SampleTable:
    return register_table(
        "GEODKV Soe",
        {**_common(source.count), **picked(source, without=["areal_m2"]), "soetype": repeated("Sø", source.count)},
        geometry=shapes_of(source),
        geometry_type=source.geometry_type,
    )


def dagi_files(municipality: SampleMunicipality) -> list[TableFile]:
    """The municipalities of the whole country, of which there are three here."""
    source = municipality.table("kommunegraense")
    own = shapes_of(source)[0]
    west, south, east, north = own.bounds
    middle = (south + north) / 2
    around = [
        shapely.box(west - AWAY, south - AWAY, east + AWAY, middle),
        shapely.box(west - AWAY, middle, east + AWAY, north + AWAY),
    ]
    neighbours: list[list[str]] = load(FILE)["neighbours"]
    shapes = [*(rounded(shapely.difference(box, own)) for box in around), own]
    codes = [*(code for code, _ in neighbours), MUNICIPALITY]
    names = [*(name for _, name in neighbours), source.columns["navn"][0]]
    count = len(codes)
    municipalities = register_table(
        "DAGI Kommuneinddeling",
        {
            "id_lokalId": numbered(389_101, count),
            "status": repeated("Gældende", count),
            "registreringFra": repeated(SINCE, count),
            "virkningFra": repeated(SINCE, count),
            "kommunekode": texts(codes),
            "navn": texts(names),
            "regionLokalId": repeated("389101", count),
            "udenforKommuneinddeling": np.zeros(count, dtype=bool),
        },
        geometry=np.array(shapes, dtype=object),
        geometry_type="MultiPolygon",
    )
    generation: int = load(FILE)["generations"]["DAGI"]
    return [
        fildownload(
            "DAGI", "Kommuneinddeling", GEOPACKAGE, [municipalities], generation=generation, version=1, municipality=""
        )
    ]
