"""The calculation of `checkplotratio` once more, plot by plot in plain Python, for a layer in the canonical fields.

It shares no code with the plugin and takes no short cut: shapely for areas, and one if after the other. It leaves out
what the layers it is used on do not hold (overlapping parcels, several parcels under a limit for each by itself).
"""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing

import shapely

SECONDARY = {910, 920, 930, 940, 950}
CONSERVATORY = 960
DETACHED = {110, 120, 122, 132, 510}
DWELLINGS = {110, 120, 121, 122, 130, 131, 132, 140, 150, 190, 510}


def share(inner, outer):
    """The share of a polygon inside another."""
    return inner.intersection(outer).area / inner.area


def groups(parcels):
    """Adjoining parcels of each property, as lists of parcels."""
    by_property = {}
    for number, parcel in enumerate(parcels):
        by_property.setdefault(parcel["ejendom"] or f"#{number}", []).append(parcel)
    for members in by_property.values():
        left = list(members)
        while left:
            group, queue = [], [left.pop(0)]
            while queue:
                one = queue.pop()
                group.append(one)
                near = [other for other in left if one["geom"].distance(other["geom"]) <= 0.5]
                left = [other for other in left if other not in near]
                queue += near
            yield group


def positive(value):
    """A figure, or None where BBR states none, 0 or less."""
    return value if value is not None and value > 0 else None


def main_building(building, floors):
    """(floor area, source, storeys, m² of full storeys) of a main building."""
    rows = floors.get(building["id"], [])
    roofs = [positive(one["eta020"]) or positive(one["eta021"]) for one in rows if one["kind"] == 1]
    roofs = [one for one in roofs if one]
    roof = sum(roofs) if roofs else positive(building["tagetage"]) or 0
    cellars = [one for one in rows if one["kind"] == 2 and positive(one["eta020"])]
    if cellars:
        basement = sum(max(0, one["eta020"] - (one["eta022"] or 0)) for one in cellars)
    else:
        basement = max(0, (building["kaelder"] or 0) - (building["dyb"] or 0))
    storeys, source = positive(building["etager"]), "bbr"
    if positive(building["samlet"]):
        full = building["samlet"]
    elif positive(building["bebygget"]) and storeys:
        full = building["bebygget"] * storeys
    elif building["geom"].area > 0:
        full, source = building["geom"].area * (storeys or 1), "fodaftryk"
    else:
        return None, None, None, None
    height = None if storeys is None else storeys + 0.5 * (roof > 0) + (basement > 0)
    return full + roof + basement - (building["indbygget"] or 0), source, height, full


def footprint(building):
    """The built area of a shed or a conservatory: BBR's, else the polygon's."""
    return positive(building["bebygget"]) or building["geom"].area


def per_dwelling(use, date):
    """The most and the least that a dwelling gives in deduction under the rules of a date."""
    if date < 20080201:
        return (35, 35) if use in {110, 120, 122} else (35, 0)
    return ((35 if date < 20180101 else 50),) * 2 if use in DETACHED else (20, 20)


def stated(areas, geometry, least, what, order):
    """The first area, in an order, that states a limit and holds enough of the plot."""
    holding = [one for one in areas if share(geometry, one["geom"]) >= least - 1e-9]
    return next((one for one in sorted(holding, key=order) if one[what]), None)


def of_plans(plans, parts, geometry, what):
    """What the lokalplaner state, the newest first and its delområder before itself; with None for an unknown limit."""
    holding = [one for one in plans if share(geometry, one["geom"]) >= 0.5 - 1e-9]
    for plan in sorted(holding, key=lambda one: -(one["date"] or 0)):
        here = [one for one in parts or [] if one["plan"] == plan["id"] and share(geometry, one["geom"]) >= 0.5 - 1e-9]
        stating = [one for one in here if one[what]]
        if stating:
            agree = len({(one[what], one["af"] if what == "pct" else 0) for one in stating}) == 1
            return {**stating[0], what: stating[0][what] if agree else None, "date": plan["date"]}
        if plan[what]:
            return plan
        if plan["leaves"] and parts is None:
            return {**plan, what: None}
    return None


def calculate(
    parcels, buildings, floors, zones, plans, two_storeys, parts=None, general=30.0, storeys=1.5, two=2.0, margin=25.0
):
    """A dict of the figures for each plot, by the set of its parcels' ids; `parts` are delområder, None: not given."""
    out = {}
    plots = [(group, shapely.union_all([one["geom"] for one in group])) for group in groups(parcels)]
    tree = shapely.STRtree([geometry for _, geometry in plots])
    standing = {number: [] for number in range(len(plots))}
    for building in buildings:
        near = tree.query(building["geom"])
        held = [(plots[one][1].intersection(building["geom"]).area, -one) for one in near]
        if held and max(held)[0] > 0:
            standing[-max(held)[1]].append(building)
    for number, (group, geometry) in enumerate(plots):
        area = sum(positive(one["registreret"]) or one["geom"].area for one in group)
        road = sum(one["vejareal"] or 0 for one in group)
        no_plot = group[0]["nummer"].startswith("7000") or (0 < area <= road and not standing[number])
        plan = of_plans(plans, parts, geometry, "pct")
        zone = stated(zones, geometry, 0.5, "pct", lambda one, here=geometry: -round(share(here, one["geom"]), 9))
        covered = not no_plot and any(share(geometry, one["geom"]) >= 0.5 - 1e-9 for one in zones)
        high = of_plans(plans, parts, geometry, "etager")
        rules = plan or high
        date = rules["date"] if rules and rules["date"] else 99999999
        mains = [
            (one, *main_building(one, floors))
            for one in standing[number]
            if one["use"] not in {*SECONDARY, CONSERVATORY}
        ]
        sheds = [one for one in standing[number] if one["use"] in SECONDARY]
        glass = [one for one in standing[number] if one["use"] == CONSERVATORY]
        secondary = sum(footprint(one) for one in sheds) + sum(one["indbygget"] or 0 for one, *_ in mains)
        deduction, least_deduction = 0, 0
        for one, *_ in mains:
            dwellings = one["boliger"]
            if dwellings is None or (dwellings == 0 and one["use"] in DWELLINGS):
                dwellings = int(one["use"] in DWELLINGS)
            most, least = per_dwelling(one["use"], date)
            deduction, least_deduction = deduction + dwellings * most, least_deduction + dwellings * least
        used = min(deduction, secondary)
        main = sum(found for _, found, *_ in mains) + sum(footprint(one) for one in glass)
        floor = main + secondary - used if mains else 0
        # What the map says may be too much, by the margin; nothing else may.
        by_map = sum(full for _, _, source, _, full in mains if source == "fodaftryk")
        by_map += sum(footprint(one) for one in glass if not positive(one["bebygget"]))
        sheds_by_map = sum(footprint(one) for one in sheds if not positive(one["bebygget"]))
        shrink = 1 / (1 + margin / 100) - 1

        def least_floor(off, main=main, by_map=by_map, secondary=secondary, sheds_by_map=sheds_by_map, shrink=shrink):
            return main + by_map * shrink + max(0, secondary + sheds_by_map * shrink - off)

        limit = plan or zone
        allowed = (limit["pct"] if limit else general) if covered else None
        ratio = 100 * floor / area
        two_area = any(share(geometry, one) >= 0.5 - 1e-9 for one in two_storeys)
        by_zone = stated(zones, geometry, 0.5, "etager", lambda one, here=geometry: -round(share(here, one["geom"]), 9))
        most = high["etager"] if high else two if two_area else by_zone["etager"] if by_zone else storeys
        heights = [height for *_, height, _ in mains]
        key = tuple(sorted(itertools.chain([one["id"] for one in group])))
        out[key] = {
            "grundareal_m2": area,
            "etageareal_m2": floor,
            "sekundaer_m2": secondary,
            "fradrag_m2": used if mains else 0,
            "bebyggelsesprocent": ratio,
            "tilladt_procent": allowed,
            "etager": max([one for one in heights if one is not None], default=None) if heights else 0,
            "tilladt_etager": most if covered else None,
            "by_parcel": len(group) > 1 and covered and bool(limit) and limit["af"] == 4,
            "status_procent": either(
                status(covered, limit, ratio, allowed, 100 * least_floor(deduction) / area if mains else 0),
                status(
                    covered,
                    limit,
                    100 * (main + secondary - min(least_deduction, secondary)) / area if mains else 0,
                    allowed,
                    100 * least_floor(least_deduction) / area if mains else 0,
                ),
            ),
            "status_etager": storeys_status(covered, heights, most),
        }
    return out


def either(one, other):
    """What two answers come to when nobody knows which is right."""
    return one if one == other else "ukendt"


def status(covered, limit, ratio, allowed, least):
    """The code of the ratio, of which `least` is the least that it may be."""
    if not covered:
        return "ikke_omfattet"
    if allowed is None:
        return "ukendt"
    if limit and limit["af"] == 1:
        return "omraade"
    if ratio <= allowed + 1e-9:
        return "overholdt"
    return "overskredet" if least > allowed + 1e-9 else "ukendt"


def storeys_status(covered, heights, most):
    """The code of the storeys."""
    if not covered:
        return "ikke_omfattet"
    if most is None:
        return "ukendt"
    if any(one is not None and one > most for one in heights):
        return "overskredet"
    return "ukendt" if None in heights else "overholdt"


# ---- the sample municipality ---------------------------------------------------------------------------------------


def geometry(blob):
    """The geometry of a GeoPackage's cell."""
    if blob is None:
        return None
    return shapely.make_valid(shapely.from_wkb(blob[8 + {0: 0, 1: 32, 2: 48}[(blob[3] >> 1) & 7] :]))


def key(row):
    """What a row of the tool's output has in common with `of_geopackage`: its property and its parcels."""
    return row["ejendom_id"], tuple(sorted(row["matrikelnumre"].split(", "))), frozenset(row["ejerlav"].split(", "))


def of_geopackage(path):
    """The figures for each plot of a sample GeoPackage, by `key`; `by_parcel` marks what is not computed here."""
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row

        def rows(layer):
            return database.execute(f'SELECT * FROM "{layer}" ORDER BY fid').fetchall()

        parcels = [
            {
                "id": (row["samletFastEjendomLokalId"], row["matrikelnummer"], str(row["ejerlavskode"])),
                "ejendom": row["samletFastEjendomLokalId"],
                "nummer": row["matrikelnummer"],
                "vejareal": row["vejareal"],
                "geom": geometry(row["geom"]),
                "registreret": row["registreretAreal"],
            }
            for row in rows("jordstykker")
        ]
        buildings = {}
        for row in rows("bygninger"):
            shape, name = geometry(row["geom"]), row["bygning_id"].lower()
            if name in buildings:
                buildings[name]["geom"] = buildings[name]["geom"].union(shape)
                continue
            areas = {one: row[f"{one}_m2"] for one in ("bebygget", "samlet", "tagetage", "kaelder", "indbygget")}
            facts = {"id": name, "use": row["anvendelse"], "etager": row["etager"], "boliger": row["boliger"]}
            buildings[name] = {**facts, **areas, "dyb": row["kaelder_dyb_m2"], "geom": shape}
        floors = {}
        for row in rows("etager"):
            floors.setdefault(row["bygning"].lower(), []).append(
                {
                    "kind": int(row["eta025Etagetype"]),
                    "eta020": row["eta020SamletArealAfEtage"],
                    "eta021": row["eta021ArealAfUdnyttetDelAfTagetage"],
                    "eta022": row["eta022Kaelderareal"],
                }
            )
        uses = ("anvspec1", "anvspec2", "anvspec3")
        zones = [area(row) for row in rows("zoner") if 1110 in [row[one] for one in uses]]
        plans = [
            {**area(row), "id": row["planid"], "leaves": row["iomfangreg"] == "true"} for row in rows("lokalplaner")
        ]
        parts = [{**area(row), "plan": row["lokplan_id"]} for row in rows("delomraader")]
        two = [geometry(row["geom"]) for row in rows("to_etager")]
    found = calculate(parcels, list(buildings.values()), floors, zones, plans, two, parts)
    return {
        (ids[0][0], tuple(number for _, number, _ in ids), frozenset(code for *_, code in ids)): figures
        for ids, figures in found.items()
    }


def area(row):
    """A plan or a zone with what it states: the slot of detached housing before its own."""
    ratio, scope, storeys = row["bebygpct"], row["bebygpctaf"], row["maxetager"]
    for slot in (1, 2, 3):
        if row[f"anvspec{slot}"] == 1110:
            if row[f"bygpct{slot}"]:
                ratio, scope = row[f"bygpct{slot}"], row[f"bygpcth{slot}"]
            storeys = row[f"maxetage{slot}"] or storeys
    date = None if row["datovedt"] == 19101224 else row["datovedt"]
    return {"geom": geometry(row["geom"]), "pct": ratio, "af": scope, "etager": storeys, "date": date}
