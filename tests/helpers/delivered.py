"""A folder of downloads as they come: two villa plots, in Datafordeleren's own files and names.

Plot 1a (800 m², BFE 5000001): a house of 160 m² and a garage. Plot 1b (800 m², BFE 5000002): a house of 300 m². The
numbers are invented.
"""

import csv
import io
import zipfile

from builders import square
from conftest import write_layer

EAST, NORTH = 719000, 6188000
HOUSE, GARAGE, OTHER = (f"{number:08d}-0000-4000-8000-000000000000" for number in (1, 2, 3))
BBR = (
    *("id_lokalId", "status", "kommunekode", "grund", "jordstykke", "husnummer", "byg007Bygningsnummer"),
    *("byg021BygningensAnvendelse", "byg024AntalLejlighederMedKoekken", "byg026Opfoerelsesaar"),
    *("byg032YdervaeggensMateriale", "byg033Tagdaekningsmateriale", "byg038SamletBygningsareal"),
    *("byg041BebyggetAreal", "byg054AntalEtager", "byg404Koordinat", "virkningTil", "registreringTil"),
)
HOUSES = (
    (HOUSE, "6", "0173", "g1", "1001", "h1", "1", "120", "1", "1931", "1", "5", "160", "160", "1", (9, 17)),
    (GARAGE, "6", "0173", "g1", "1001", "h1", "2", "910", "", "1950", "1", "5", "", "40", "", (7, 30)),
    (OTHER, "6", "0173", "g2", "1002", "h2", "1", "120", "1", "1933", "1", "5", "300", "150", "2", (29, 16)),
)
NAME = "{}_0173_TotalDownload_{}_Current_{}"


def box(x, y, width, height):
    x, y = EAST + x, NORTH + y
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
    return "MULTIPOLYGON(((" + ", ".join(f"{a} {b}" for a, b in corners) + ")))"


def bbr_text(rows=HOUSES, ended=False):
    """BBR's buildings as Fildownload writes them: comma, every cell as text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(BBR)
    for *cells, (x, y) in rows:
        end = "2021-01-01T00:00:00Z" if ended else ""
        writer.writerow([*cells, f"POINT({EAST + x} {NORTH + y})", end, end])
    return out.getvalue()


SURFACES = ((1001, box(0, 0, 20, 40)), (1002, box(20, 0, 20, 37)))


def matriklen(folder, surfaces=SURFACES):
    """The four tables of Matriklen that a parcel is in."""
    force = "Gældende"
    write_layer(
        folder / f"{NAME.format('MAT_V3_Lodflade', 'gpkg', 663)}.gpkg",
        "Lodflade",
        [(shape, str(9000 + row), str(parcel), force) for row, (parcel, shape) in enumerate(surfaces, 1)],
        ("id_lokalId:text", "jordstykkeLokalId:text", "status:text"),
        kind="MULTIPOLYGON",
    )
    write_layer(
        folder / f"{NAME.format('MAT_V3_Jordstykke', 'gpkg', 663)}.gpkg",
        "Jordstykke",
        [
            (None, "1001", "1a", "12352", "0173", "501", 800, 0, force),
            (None, "1002", "1b", "12352", "0173", "502", 800, 60, force),
        ],
        (
            *("id_lokalId:text", "matrikelnummer:text", "ejerlavLokalId:text", "kommuneLokalId:text"),
            *("samletFastEjendomLokalId:text", "registreretAreal:int", "vejareal:int", "status:text"),
        ),
        kind="NONE",
    )
    write_layer(
        folder / f"{NAME.format('MAT_V3_SamletFastEjendom', 'gpkg', 663)}.gpkg",
        "SamletFastEjendom",
        [(None, "501", 5000001, force), (None, "502", 5000002, force)],
        ("id_lokalId:text", "BFEnummer:int", "status:text"),
        kind="NONE",
    )
    write_layer(
        folder / f"{NAME.format('MAT_V3_Ejerlav', 'gpkg', 663)}.gpkg",
        "Ejerlav",
        [(None, "12352", 12352, "Eksempelby, Eksempel", force)],
        ("id_lokalId:text", "ejerlavskode:int", "ejerlavsnavn:text", "status:text"),
        kind="NONE",
    )


def downloads(folder):
    """The whole folder, nothing packed."""
    folder.mkdir(parents=True, exist_ok=True)
    matriklen(folder)
    write_layer(
        folder / f"{NAME.format('GEODKV_V3_Bygning', 'gpkg', 626)}.gpkg",
        "Bygning",
        [
            (box(3, 10, 12, 14), "1", HOUSE.upper(), "Bygning", "Anlagt"),
            (box(3, 28, 8, 5), "2", GARAGE, "Bygning", "Anlagt"),
            (box(22, 10, 15, 12), "3", OTHER, "Bygning", "Anlagt"),
        ],
        ("id_lokalId:text", "BBRUUID:text", "bygningstype:text", "status:text"),
        kind="MULTIPOLYGON",
    )
    bbr = folder / f"{NAME.format('BBR_V3_Bygning', 'csv', 646)}.csv"
    bbr.write_text(bbr_text(), encoding="utf-8")
    write_layer(
        folder / "kommuneplanrammer.gpkg",
        "kommuneplanramme",
        [(square(EAST - 50, NORTH - 50, 200), 1, "1.1", "Ramme", 173, 30, "10.1", 1)],
        ("planid:int", "plannr:text", "plannavn:text", "komnr:int", "bebygpct:int", "plantype:text", "komplan_id:int"),
    )
    return folder


def packed(folder):
    """Each file of a folder into a zip of its own, with its name, as Datafordeleren delivers it."""
    for file in sorted(folder.iterdir()):
        with zipfile.ZipFile(file.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(file, file.name)
        file.unlink()
    return folder
