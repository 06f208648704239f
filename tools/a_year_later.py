#!/usr/bin/env python3
"""The sample's registers about a year after its plan was adopted, with one or a few of each thing that happens.

    tools/a_year_later.py SAMPLE.gpkg PLAN.gpkg OUTPUT.gpkg

SAMPLE is what createsampledata made, PLAN the adopted plan's package. Everything is invented, and each row says so. The
same files give the same events: which buildings meet them is told by the order of the plan's numbers. BBR has its
history: a version that ends, and the one that begins then. Prints what was done.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from osgeo import gdal, ogr

COPIED = (
    *("bbr", "fbb", "bygningsvurdering", "geodanmark_bygning", "etager", "enheder"),
    *("lokalplaner", "zoner", "delomraader", "to_etager", "zonekort", "jordstykker"),
)
DAYS = {
    "demolished": "2027-09-14T08:00:00Z",
    "mistaken": "2027-10-04T08:00:00Z",
    "rebuilt": "2027-11-02T08:00:00Z",
    "new_id": "2028-01-17T08:00:00Z",
    "listed": "2028-02-21T08:00:00Z",
    "larger": "2028-03-06T08:00:00Z",
}
LIMITS = ("bebygpct", "bebygpctaf", "bygpct1", "bygpcth1", "maxetager", "maxetage1", "maxbygnhjd")
"""What of a lokalplan's limits the new ones leave to the frame of the kommuneplan."""
OVER = 60
"""Square metres that bring a property over its plot ratio, where it was near."""
NEW_PLAN, OWN_PLAN = "301", "300"


class Copy:
    """The registers of a year later while they are changed."""

    def __init__(self, sample: Path, target: Path) -> None:
        target.unlink(missing_ok=True)
        gdal.VectorTranslate(str(target), str(sample), format="GPKG", layers=list(COPIED))
        self.data = gdal.OpenEx(str(target), gdal.OF_VECTOR | gdal.OF_UPDATE)
        self.data.StartTransaction()

    def rows(self, layer: str, field: str, value: str) -> list[ogr.Feature]:
        """The rows with a value, letters in either case."""
        return [one for one in self.data.GetLayer(layer) if str(one[field] or "").lower() == value.lower()]

    def remove(self, layer: str, field: str, value: str) -> None:
        """Delete the rows with a value."""
        table = self.data.GetLayer(layer)
        for row in self.rows(layer, field, value):
            table.DeleteFeature(row.GetFID())

    def change(self, layer: str, field: str, value: str, **values: object) -> None:
        """Set fields of the rows with a value."""
        table = self.data.GetLayer(layer)
        for row in self.rows(layer, field, value):
            for name, new in values.items():
                row[name] = new
            table.SetFeature(row)

    def next_version(self, id: str, day: str, **values: object) -> None:
        """End BBR's version of a building, and begin one that differs."""
        table = self.data.GetLayer("bbr")
        (row,) = [one for one in self.rows("bbr", "id_lokalId", id) if one["virkningTil"] is None]
        new = row.Clone()
        new.SetFID(-1)
        row["virkningTil"] = day
        table.SetFeature(row)
        for name, value in {"virkningFra": day, "registreringFra": day, **values}.items():
            new[name] = value
        table.CreateFeature(new)

    def close(self) -> None:
        """Write everything."""
        self.data.CommitTransaction()
        self.data = None


def designated(plan: Path) -> list[dict]:
    """The plan's buildings by their number: id, value, property, point."""
    with closing(sqlite3.connect(f"{plan.absolute().as_uri()}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        rows = database.execute(
            "SELECT b.bygning_id, b.udpeget, b.udpegning, b.save_vaerdi, b.ejendom_id, b.adresse, b.samlet_m2, "
            "b.offentlig, b.geometri, b.fredet, e.status_procent, e.etageareal_m2, e.tilladt_procent, e.grundareal_m2 "
            "FROM bygninger b LEFT JOIN ejendomme e ON e.ejendom_id = b.ejendom_id ORDER BY b.loebenr, b.fid"
        )
        return [dict(one) for one in rows]


def choose(buildings: list[dict], copy: Copy) -> dict[str, list[dict]]:
    """Which buildings meet what: each another one, on a property of its own."""
    second = {str(one["bbr_uuid"] or "").lower() for one in copy.data.GetLayer("bygningsvurdering")}
    footprints = {str(one["bbruuid"] or "").lower() for one in copy.data.GetLayer("geodanmark_bygning")}
    points = {str(one["ois_id"] or "").lower() for one in copy.data.GetLayer("fbb")}
    versions: dict[str, int] = {}
    for one in copy.data.GetLayer("bbr"):
        versions[one["id_lokalId"]] = versions.get(one["id_lokalId"], 0) + 1
    plain = [
        one
        for one in buildings
        if one["bygning_id"] in footprints & points - second
        and versions.get(one["bygning_id"]) == 1
        and one["geometri"] == "fodaftryk"
        and one["offentlig"] != 0
    ]
    taken: set[str] = set()

    def some(count: int, fits) -> list[dict]:
        found = []
        for one in plain:
            if len(found) < count and one["ejendom_id"] not in taken and fits(one):
                taken.add(one["ejendom_id"])
                found.append(one)
        return found

    def by_value(one: dict) -> bool:
        return one["udpegning"] == "vaerdi_1_3"

    def near_the_limit(one: dict) -> bool:
        known = one["udpeget"] and one["status_procent"] == "overholdt" and one["tilladt_procent"]
        if not known or not one["samlet_m2"]:
            return False
        room = one["tilladt_procent"] / 100 * one["grundareal_m2"] - one["etageareal_m2"]
        return 0 < room < OVER - 5

    return {
        "larger": some(1, near_the_limit),
        "demolished": some(2, by_value),
        "mistaken": some(1, by_value),
        "rebuilt": some(2, by_value),
        "new_id": some(1, by_value),
        "lower": some(1, by_value),
        "listed": some(1, lambda one: by_value(one) and one["fredet"] == 0),
        "outline": some(2, by_value),
        "higher": some(1, lambda one: one["udpegning"] == "ikke_udpeget" and one["save_vaerdi"] == 5),
        "plan": some(3, by_value),
    }


def happen(chosen: dict[str, list[dict]], copy: Copy) -> None:
    """Let everything happen."""
    for one in chosen["demolished"]:
        copy.next_version(one["bygning_id"], DAYS["demolished"], status="10")
        copy.remove("geodanmark_bygning", "bbruuid", one["bygning_id"])
        copy.remove("fbb", "ois_id", one["bygning_id"])
    for one in chosen["mistaken"]:
        copy.next_version(one["bygning_id"], DAYS["mistaken"], status="11")
        copy.remove("fbb", "ois_id", one["bygning_id"])
    first, second = chosen["rebuilt"]
    copy.next_version(
        first["bygning_id"], DAYS["rebuilt"], byg027OmTilbygningsaar=2027, byg033Tagdaekningsmateriale="10"
    )
    copy.next_version(
        second["bygning_id"], DAYS["rebuilt"], byg027OmTilbygningsaar=2027, byg021BygningensAnvendelse="322"
    )
    for one in chosen["new_id"]:
        old, new = one["bygning_id"], str(uuid5(NAMESPACE_URL, f"aaret-efter/{one['bygning_id']}"))
        copy.change(
            "bbr", "id_lokalId", old, id_lokalId=new, virkningFra=DAYS["new_id"], registreringFra=DAYS["new_id"]
        )
        copy.change("geodanmark_bygning", "bbruuid", old, bbruuid=new)
        copy.change("fbb", "ois_id", old, ois_id=new)
        for layer in ("etager", "enheder"):
            copy.change(layer, "bygning", old, bygning=new)
    for one in chosen["lower"]:
        copy.change("fbb", "ois_id", one["bygning_id"], bevaringsvaerdi=6)
    for one in chosen["higher"]:
        copy.change("fbb", "ois_id", one["bygning_id"], bevaringsvaerdi=2)
    for one in chosen["listed"]:
        copy.next_version(one["bygning_id"], DAYS["listed"], byg070Fredning="1")
        copy.change("fbb", "ois_id", one["bygning_id"], fredet=1, fredningsstatus=1)
    for one in chosen["larger"]:
        copy.next_version(
            one["bygning_id"],
            DAYS["larger"],
            byg038SamletBygningsareal=int(one["samlet_m2"]) + OVER,
            byg027OmTilbygningsaar=2028,
        )
    for one, share in zip(chosen["outline"], (0.6, -0.3)):
        _reshape(copy, one["bygning_id"], share)


def _reshape(copy: Copy, id: str, share: float) -> None:
    """A wing more, or a part less: the outline moved along its box, joined to itself or cut by it."""
    table = copy.data.GetLayer("geodanmark_bygning")
    for row in copy.rows("geodanmark_bygning", "bbruuid", id):
        outline = row.GetGeometryRef().Clone()
        outline.FlattenTo2D()
        west, east, _, _ = outline.GetEnvelope()
        shift = (east - west) * abs(share)
        moved = ogr.CreateGeometryFromJson(_moved(outline, shift))
        changed = outline.Union(moved) if share > 0 else outline.Intersection(moved)
        changed = ogr.ForceToMultiPolygon(changed)
        changed.Set3D(True)
        row.SetGeometry(changed)
        table.SetFeature(row)


def _moved(outline: ogr.Geometry, shift: float) -> str:
    """An outline as GeoJSON, moved to the east."""

    def along(part: object) -> object:
        if isinstance(part[0], list):
            return [along(one) for one in part]
        return [part[0] + shift, *part[1:]]

    read = json.loads(outline.ExportToJson())
    return json.dumps({**read, "coordinates": along(read["coordinates"])})


def adopted(plan: Path) -> tuple[ogr.Geometry, int, int]:
    """The area of the adopted plan, the day of its adoption, and the day from which it is in force, as Plandata's."""
    with closing(sqlite3.connect(f"{plan.absolute().as_uri()}?mode=ro", uri=True)) as database:
        days = dict(database.execute("SELECT navn, vaerdi FROM koersel WHERE emne = 'parameter'"))
    area = ogr.Geometry(ogr.wkbMultiPolygon)
    package = gdal.OpenEx(str(plan), gdal.OF_VECTOR)
    for row in package.GetLayer("planomraade"):
        area = area.Union(row.GetGeometryRef())
    area.FlattenTo2D()
    published = days.get("PUBLISHED") or days["ADOPTED"]
    return area, *(int(day[:10].replace("-", "")) for day in (days["ADOPTED"], published))


def plans(chosen: dict[str, list[dict]], copy: Copy, plan: Path) -> dict[str, str]:
    """A new lokalplan, one that is gone, one that preserves otherwise, and the plan that was adopted."""
    table = copy.data.GetLayer("lokalplaner")
    places = copy.data.GetLayer("bbr")
    ids = {one["bygning_id"] for one in chosen["plan"]}
    area = ogr.Geometry(ogr.wkbMultiPolygon)
    for row in places:
        if row["id_lokalId"] in ids:
            area.AddGeometry(row.GetGeometryRef().Buffer(18, 4))
    everything = [(row.GetFID(), row["plannr"], row["bevarbest"], row["iomfangreg"]) for row in table]
    preserving = next(one for one in everything if one[2])
    plain = next(one for one in everything if not one[2] and one[0] != preserving[0])
    model = table.GetFeature(plain[0])
    own, voted, in_force = adopted(plan)
    for number, name, day, begins, words, shape in (
        (NEW_PLAN, "Haver og hegn ved Hvedevej", 20271213, 20271215, None, area),
        (OWN_PLAN, "Kulturhistorisk lokalplan for Eksempelkommunen", voted, in_force, "se bilag", own),
    ):
        new = model.Clone()
        new.SetFID(-1)
        new.SetGeometry(ogr.ForceToMultiPolygon(shape))
        for field, value in (
            ("planid", 9_000_000 + int(number)),
            ("plannr", number),
            ("plannavn", name),
            ("datovedt", day),
            ("datoikraft", begins),
        ):
            new[field] = value
        new["bevarbest"] = words
        new["iomfangreg"] = "true"  # Plandata: the extent is not regulated
        for field in LIMITS:
            new[field] = None
        table.CreateFeature(new)
    changed = table.GetFeature(preserving[0])
    changed["bevarbest"] = "Alle bygninger fra før 1940 er bevaringsværdige"
    table.SetFeature(changed)
    return {"new": NEW_PLAN, "changed": str(preserving[1])}


def main() -> None:
    """Make the file, and say what has happened in it."""
    gdal.UseExceptions()
    ogr.UseExceptions()
    sample, plan, target = (Path(one) for one in sys.argv[1:4])
    copy = Copy(sample, target)
    chosen = choose(designated(plan), copy)
    happen(chosen, copy)
    told = plans(chosen, copy, plan)
    copy.close()
    for what, those in chosen.items():
        print(f"{what}: {'; '.join(one['adresse'] or one['bygning_id'] for one in those)}")
    print(f"lokalplaner: {told['new']} is new, {told['changed']} has other provisions. All of it is invented.")


if __name__ == "__main__":
    main()
