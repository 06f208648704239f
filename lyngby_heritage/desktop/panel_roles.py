"""The kinds of data as the panel lists them: what each is called, what it means that it is missing, how it is drawn.

Which layer has which role, and what every tool makes of it, is decided elsewhere; this is the table that is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ..core.registers.deliveries import deliveries
from ..processing.translation import is_danish, mark, tr

NEEDED, WANTED, OWN = "needed", "wanted", "own"
"""No plan without it; a poorer plan without it; the municipality's own, where it has any."""
TERRAIN, THEMES = "@terraen", "@temaer"
"""What has no single layer: the terrain model, and the layers that the catalogue of themes knows."""


@dataclass(frozen=True)
class Role:
    """One kind of data."""

    name: str
    label: str
    """English; the interface shows its translation."""
    weight: str
    """NEEDED, WANTED or OWN."""
    got_at: str
    """English: where it is got. The Danish words are those of the registers' own table."""
    spared_by: tuple[str, ...] = ()
    """Where one of these is there, nobody misses it."""
    style: Mapping[str, str] | None = None
    """How a simple symbol draws it; None where it has a style of ours, or no geometry."""
    shown: bool = False
    """Whether its layer is visible when it is loaded."""


def _area(fill: str, line: str, width: str = "0.26") -> dict[str, str]:
    return {"color": fill, "outline_color": line, "outline_width": width, "outline_style": "solid", "style": "solid"}


def _outline(line: str, width: str, style: str = "solid") -> dict[str, str]:
    return {"style": "no", "outline_color": line, "outline_width": width, "outline_style": style}


GROUPS: tuple[tuple[str, tuple[Role, ...]], ...] = (
    (
        mark("Buildings"),
        (
            Role(
                "bygninger",
                mark("Buildings, put together"),
                OWN,
                "Made of the registers by the tool 'Prepare the building layer', or the municipality's own layer",
                ("fbb", "bygningsvurdering"),
                shown=True,
            ),
            Role(
                "fbb",
                mark("SAVE values (FBB)"),
                NEEDED,
                "Slots- og Kulturstyrelsen's FBB: WFS layer view_bygning_alle, or an extract from kulturarv.dk",
                ("bygninger", "bygningsvurdering"),
                {"color": "#b5485a", "outline_style": "no", "size": "1.6"},
            ),
            Role(
                "bygningsvurdering",
                mark("SAVE values (GeoFA)"),
                OWN,
                "The municipality's own rows in GeoFA, theme 6205",
                ("bygninger", "fbb"),
                {"color": "#8a5ab5", "outline_style": "no", "size": "1.6"},
            ),
            Role(
                "bbr",
                mark("BBR's buildings"),
                WANTED,
                "Datafordeleren: BBR, Bygning (csv, Current)",
                ("bygninger",),
                {"color": "#6a7480", "outline_style": "no", "size": "1.2"},
            ),
            Role(
                "geodanmark_bygning",
                mark("Building outlines (GeoDanmark)"),
                WANTED,
                "Datafordeleren: GEODKV, Bygning (gpkg, Current)",
                ("bygninger",),
                _area("#d9d4cc", "#8d857a", "0.16"),
            ),
            Role("etager", mark("BBR's storeys"), WANTED, "Datafordeleren: BBR, Etage (csv, Current)"),
            Role("enheder", mark("BBR's units"), WANTED, "Datafordeleren: BBR, Enhed (csv, Current)", ("bygninger",)),
        ),
    ),
    (
        mark("Plots and plans"),
        (
            Role(
                "jordstykker",
                mark("Parcels"),
                WANTED,
                "Datafordeleren: MAT, the four tables Lodflade, Jordstykke, SamletFastEjendom and Ejerlav (gpkg)",
                (),
                _area("#00f7f5f0", "#b9b2a6", "0.16"),
                True,
            ),
            Role(
                "zoner",
                mark("Frames of the kommuneplan (those of åben-lav are used)"),
                WANTED,
                "Plandata.dk: kommuneplanrammer, adopted",
                (),
                _area("#50f2d9a0", "#c29a3d", "0.3"),
                True,
            ),
            Role(
                "lokalplaner",
                mark("Lokalplaner"),
                WANTED,
                "Plandata.dk: lokalplaner, adopted",
                (),
                _outline("#7d5a9c", "0.4", "dash"),
            ),
            Role(
                "delomraader",
                mark("Sub-areas of the lokalplaner (delområder)"),
                WANTED,
                "Plandata.dk: sub-areas of lokalplaner, adopted",
                (),
                _outline("#a58bbd", "0.26", "dot"),
            ),
            Role(
                "zonekort", mark("Zone map (Plandata)"), WANTED, "Plandata.dk: zone map", (), _outline("#5c6b73", "0.4")
            ),
            Role(
                "to_etager",
                mark("Areas where two storeys are possible"),
                OWN,
                "The municipality's own layer",
                (),
                _area("#40e08a5a", "#b8602f", "0.3"),
            ),
        ),
    ),
    (
        mark("Landscape"),
        (
            Role(
                "kommunegraense",
                mark("Boundary of the municipality"),
                WANTED,
                "Datafordeleren: DAGI, Kommuneinddeling (gpkg, Current)",
                (),
                _outline("#3c4a57", "0.7"),
                True,
            ),
            Role(
                "vandloeb",
                mark("Watercourses"),
                WANTED,
                "Datafordeleren: GEODKV, Vandloebsmidte (gpkg, Current)",
                (),
                {"line_color": "#4f8fc0", "line_width": "0.5"},
                True,
            ),
            Role(
                "soeer",
                mark("Lakes"),
                WANTED,
                "Datafordeleren: GEODKV, Soe (gpkg, Current)",
                (),
                _area("#bcd9ec", "#4f8fc0"),
                True,
            ),
            Role(
                TERRAIN,
                mark("Terrain model"),
                WANTED,
                "Datafordeleren: Danmarks Højdemodel, tiles DTM_1km (0.4 m), or a file terraen.tif",
            ),
            Role(
                THEMES,
                mark("Themes of nature, landscape and heritage"),
                WANTED,
                "Plandata.dk, Danmarks Miljøportal and Slots- og Kulturstyrelsen: the layers of the theme catalogue",
            ),
        ),
    ),
    (
        mark("The municipality's own"),
        (
            Role(
                "beslutninger",
                mark("Decisions on single buildings"),
                OWN,
                "The municipality's own table of decisions on single buildings",
            ),
            Role(
                "kulturmiljoeer",
                mark("Cultural environments that are decided"),
                OWN,
                "The municipality's own layer of decided cultural environments",
                (),
                _outline("#5a3d7a", "0.5", "dash"),
            ),
            Role(
                "tidligere_bygninger",
                mark("Earlier designation of buildings"),
                OWN,
                "An earlier designation of buildings, from the plan before",
                ("tidligere_udpegning",),
            ),
            Role(
                "tidligere_landskab",
                mark("Earlier designation of landscape"),
                OWN,
                "An earlier designation of landscape, from the plan before",
                ("tidligere_udpegning",),
            ),
            Role(
                "tidligere_udpegning",
                mark("Earlier designation"),
                OWN,
                "",
                ("tidligere_bygninger", "tidligere_landskab"),
            ),
        ),
    ),
)
"""The kinds in the order in which they are shown, in groups (English; the interface shows the translation)."""

ROLES: dict[str, Role] = {role.name: role for _, roles in GROUPS for role in roles}

_DANISH_GOT_AT = {
    TERRAIN: "Datafordeleren: Danmarks Højdemodel, fliser DTM_1km (0,4 m), eller en fil terraen.tif",
    THEMES: "Plandata.dk, Danmarks Miljøportal og Slots- og Kulturstyrelsen: temakatalogets lag",
    "bygninger": "Laves af registrene i trin 2, eller er kommunens eget lag",
}
"""Of what the registers' table does not tell of."""


def label_of(name: str) -> str:
    """What a role is called in the language of QGIS; a part of something that is made goes by its own name."""
    return tr(ROLES[name].label) if name in ROLES else name


def got_at(name: str) -> str:
    """Where the data of a role are got, in the language of QGIS; empty where that is for the municipality to know."""
    if is_danish():
        return deliveries().got_at.get(name) or _DANISH_GOT_AT.get(name, "")
    return ROLES[name].got_at if name in ROLES else ""


def is_missed(name: str, there: Collection[str]) -> bool:
    """Whether anybody misses a role that is not there, when these are."""
    return not any(one in there for one in ROLES[name].spared_by)
