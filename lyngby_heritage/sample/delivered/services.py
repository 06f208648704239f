"""Files of the services (Plandata, FBB, GeoFA, Miljøportalen, Fund og Fortidsminder), and the municipality's own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...core.common.data import load
from ..municipality import SampleMunicipality
from ..tables import ORIGIN, SampleTable, decimal, repeated, texts, whole
from .files import CSV, DATA, FILE, GEOJSON, GEOPACKAGE, SHAPEFILE, TableFile, shapes_of

PLANS = (
    ("zoner", "theme_pdk_kommuneplanramme_alle_vedtaget_v", GEOJSON),
    ("lokalplaner", "theme_pdk_lokalplan_vedtaget_v", GEOPACKAGE),
    ("delomraader", "theme_pdk_lokalplandelomraade_vedtaget_v", GEOJSON),
    ("zonekort", "theme_pdk_zonekort_v", GEOJSON),
)
"""Named layer, what Plandata calls it, and the form that it is saved in."""
PROPOSALS = "theme_pdk_lokalplan_forslag_v"
THEME = "theme_pdk_"
PORTAL = (
    ("fredede_omr", GEOJSON),
    ("aa_bes_linjer", GEOPACKAGE),
    ("skovbyggelinjer", GEOJSON),
    ("kirkebyggelinjer", GEOPACKAGE),
)
NATURE, NATURE_ZIP = "bes_naturtyper", "BES_NATURTYPER_SHAPE"
"""The layer whose names are short enough for a shapefile, and what the portal calls its download."""
MONUMENTS = ("fundogfortidsminder_punkt_fredet", "fundogfortidsminder_areal_beskyttelse")
GEOFA = "t_6205_bygningsvurdering"
"""What GeoFA's database calls its theme of assessments."""
WRITTEN = ("tidligere_landskab", "tidligere_bygninger", "kulturmiljoeer")
OWN = ("to_etager", "moelleaadal", "dyrehave", "industriminde", "kerneomraade", "stoej")


def plandata_files(municipality: SampleMunicipality) -> list[TableFile]:
    """Frames, lokalplaner, delområder, the zone map and the themes, and proposals, which do not apply."""
    files = [_file("plandata", called, form, municipality.table(layer)) for layer, called, form in PLANS]
    files.append(_file("plandata", PROPOSALS, GEOJSON, _proposals(municipality.table("lokalplaner"))))
    themes = [one for one in municipality.tables if one.name.startswith(THEME)]
    files += [
        _file("plandata", one.name, GEOPACKAGE if number % 3 == 1 else GEOJSON, one)
        for number, one in enumerate(themes)
    ]
    return files


def _proposals(plans: SampleTable) -> SampleTable:
    """Proposals on the ground of the first lokalplaner, with other limits: one who used them would decide otherwise."""
    known = load(FILE)["proposals"]
    count = len(known)
    columns = {
        name: repeated(None, count) if values.dtype == object else whole(np.full(count, np.nan))
        for name, values in plans.columns.items()
    }
    columns |= {
        "planid": whole(1_900_000 + 13 * np.arange(count)),
        "komnr": plans.columns["komnr"][:count],
        "objektkode": whole(np.full(count, 20)),
        "plantype": repeated("20.1", count),
        "plannr": texts(row[0] for row in known),
        "plannavn": texts(row[1] for row in known),
        "anvgen": whole(np.full(count, 11)),
        "bebygpct": whole([row[2] for row in known]),
        "bebygpctaf": whole(np.full(count, 2)),
        "maxetager": decimal([row[3] for row in known], 1),
        "iomfangreg": repeated("false", count),
        "status": repeated("F", count),
        "zonestatus": whole(np.ones(count)),
        "oprindelse": repeated(ORIGIN, count),
    }
    return SampleTable(PROPOSALS, "Forslag til lokalplaner", "MultiPolygon", shapes_of(plans)[:count], columns)


def fbb_files(municipality: SampleMunicipality) -> list[TableFile]:
    """FBB's buildings as its service gives them."""
    return [_file("fbb", "view_bygning_alle", GEOJSON, municipality.table("fbb"))]


def geofa_files(municipality: SampleMunicipality) -> list[TableFile]:
    """The municipality's own assessments, as GeoFA's database gives them."""
    return [_file("geofa", GEOFA, GEOPACKAGE, municipality.table("bygningsvurdering"))]


def portal_files(municipality: SampleMunicipality) -> list[TableFile]:
    """Nature and protection lines; § 3 as the zip with a shapefile that the portal gives."""
    nature = municipality.table(NATURE)
    zipped = TableFile(f"{DATA}/miljoeportal/{NATURE_ZIP}.zip", SHAPEFILE, (nature,), inside=f"{NATURE}.{SHAPEFILE}")
    return [zipped, *(_file("miljoeportal", layer, form, municipality.table(layer)) for layer, form in PORTAL)]


def monument_files(municipality: SampleMunicipality) -> list[TableFile]:
    """Protected monuments, and the zone round them."""
    return [_file("fortidsminder", layer, GEOJSON, municipality.table(layer)) for layer in MONUMENTS]


def own_files(municipality: SampleMunicipality) -> list[TableFile]:
    """The municipality's own layers in one file, earlier designations and environments each in one, and decisions."""
    folder = f"{DATA}/kommunen"
    return [
        TableFile(f"{folder}/egne_lag.gpkg", GEOPACKAGE, tuple(municipality.table(layer) for layer in OWN)),
        *(_file("kommunen", layer, GEOPACKAGE, municipality.table(layer)) for layer in WRITTEN),
        TableFile(f"{folder}/beslutninger.csv", CSV, (municipality.table("beslutninger"),), separator=";"),
    ]


def _file(folder: str, called: str, form: str, source: SampleTable) -> TableFile:
    return TableFile(f"{DATA}/{folder}/{called}.{form}", form, (replace(source, name=called),))
