"""Worked cases of bebyggelsesprocent, each computed by hand, with its source: by the core and by the real qgis_process.

A case stands on ground of its own. A parcel is (cadastral number, property, west, east, registered area), 20 m deep:
a width of 30 m is 600 m². A building is (id, west, east, depth, facts), drawn as a box, or as a point when it has no
depth; the facts are the canonical fields. `zone` and `plan` are the fields of Plandata of the one that covers the case.
"""

from dataclasses import dataclass, field

VIBORG = (
    "BBR record of a dwelling in Viborg: plot 811 m², byg038 85, attic 59, basement 81 of which 81 deep, carport 42"
)
BR18_GUIDE = "the BR18 guide to secondary buildings: plot 600 m², house 150 m², 30 % = 180 m²"


@dataclass(frozen=True)
class Case:
    """What stands there and what must come of it; `expected` is by (property, number of its plot)."""

    name: str
    source: str
    sum: str
    parcels: list
    buildings: list
    expected: dict
    floors: list = field(default_factory=list)
    zone: dict = field(default_factory=dict)
    plan: dict = field(default_factory=dict)
    two_storeys: bool = False
    remark: tuple = ()


def house(id="hus", west=2, east=12, depth=10, **facts):
    """A detached house of one storey, unless said otherwise."""
    return (id, west, east, depth, {"anvendelse": 120, "etager": 1, **facts})


def shed(id, area, west=14, use=920):
    """A secondary building."""
    return (id, west, west + 2, 5, {"anvendelse": use, "bebygget_m2": area})


def plot(area, number="1a", of="e", west=0, east=30):
    """A parcel with a registered area, whatever its drawn one is."""
    return (number, of, west, east, area)


def viborg(name, plan, expected):
    """The Viborg record under the rules of one time."""
    return Case(
        name,
        VIBORG,
        "85 + 59 + (81 − 81) + (42 − deduction)",
        [plot(811, west=0, east=40)],
        [house(samlet_m2=85, bebygget_m2=85), shed("carport", 42)],
        {("e", 1): {**expected, "etager": 1.5, "sekundaer_m2": 42.0, "etageareal_kilde": "bbr", "boliger": 1}},
        floors=[("hus", "kl", 2, 81, None, 81), ("HUS", "01", 1, 59, 59, None)],
        plan=plan,
        remark=("85 m² samlet bygningsareal + 59 m² udnyttet tagetage",),
    )


def secondary(name, use, plan, deduction, floor_area, **facts):
    """A dwelling of 100 m² with 120 m² of secondary buildings on 1000 m²."""
    return Case(
        name,
        "BR18: 50 m² detached, 20 m² other dwellings; BR08-15: 35 and 20; before 2008: 35",
        f"100 + (120 − {deduction}) = {floor_area}",
        [plot(1000)],
        [house(anvendelse=use, samlet_m2=100, **facts), shed("udhus", 120, use=930)],
        {
            ("e", 1): {
                "etageareal_m2": float(floor_area),
                "fradrag_m2": float(deduction),
                "sekundaer_m2": 120.0,
                "bebyggelsesprocent": floor_area / 10,
            }
        },
        plan=plan,
    )


def before_2008(name, use, total, status, floor_area, remark):
    """A dwelling with 60 m² of secondary buildings on 1000 m² under a plan of 2006 that allows 30 %."""
    return Case(
        name,
        "before 2008 35 m² is vouched for detached houses alone; for others 0 and 35 m² may both be right",
        f"{total} + (60 − 35) = {floor_area}, or {total} + 60 = {total + 60}; 30 % of 1000 = 300",
        [plot(1000)],
        [house(anvendelse=use, samlet_m2=total), shed("udhus", 60, use=930)],
        {("e", 1): {"etageareal_m2": float(floor_area), "fradrag_m2": 35.0, "status_procent": status}},
        plan=PLAN_2006,
        remark=remark,
    )


def built(name, area, total, status, room, source="exactly at the limit is within it (the calculation)"):
    """A house of so many m² on a plot, 30 %."""
    return Case(
        name,
        source,
        f"{total} / {area}",
        [plot(area)],
        [house(samlet_m2=total)],
        {("e", 1): {"etageareal_m2": float(total), "status_procent": status, "restareal_m2": room}},
    )


PLAN_2006 = {"plannr": "27", "bebygpct": 30, "bebygpctaf": 2, "datovedt": 20060419}
PLAN_2012 = {"plannr": "58", "bebygpct": 30, "bebygpctaf": 3, "datovedt": 20121210}
PLAN_2020 = {"plannr": "91", "bebygpct": 30, "bebygpctaf": 2, "datovedt": 20200622}

CASES = [
    # 144 / 811 = 17.7559 %; 151 / 811 = 18.6190 %
    viborg(
        "viborg",
        {},
        {"etageareal_m2": 144.0, "fradrag_m2": 42.0, "bebyggelsesprocent": 17.76, "regelsaet": "BR18"},
    ),
    viborg(
        "viborg_2020",
        PLAN_2020,
        {"etageareal_m2": 144.0, "fradrag_m2": 42.0, "bebyggelsesprocent": 17.76, "regelsaet": "BR18"},
    ),
    viborg(
        "viborg_2012",
        PLAN_2012,
        {"etageareal_m2": 151.0, "fradrag_m2": 35.0, "bebyggelsesprocent": 18.62, "regelsaet": "BR08-15"},
    ),
    viborg(
        "viborg_2006",
        PLAN_2006,
        {"etageareal_m2": 151.0, "fradrag_m2": 35.0, "bebyggelsesprocent": 18.62, "regelsaet": "foer_2008"},
    ),
    Case(
        "lundagervej",
        "Lundagervej 43, Skovlunde, as BBR and Matriklen answer: 173 m² on 861 m², secondary 28 + 10 + 8 + 2 = 48 ≤ 50",
        "173 / 861 = 20.09 %",
        [plot(861, west=0, east=43)],
        [
            house(samlet_m2=173, bebygget_m2=173),
            shed("garage", 28, 14, 910),
            shed("a", 10, 17, 930),
            shed("b", 8, 20, 930),
            shed("c", 2, 23, 930),
        ],
        {
            ("e", 1): {
                "etageareal_m2": 173.0,
                "sekundaer_m2": 48.0,
                "fradrag_m2": 48.0,
                "bebyggelsesprocent": 20.09,
                "status": "overholdt",
            }
        },
    ),
    Case(
        "guide_80",
        BR18_GUIDE + "; 80 m² of secondary buildings, 50 of them deducted",
        "150 + (80 − 50) = 180 = 30 % of 600",
        [plot(600)],
        [house(samlet_m2=150), shed("udhus", 80, use=930)],
        {
            ("e", 1): {
                "etageareal_m2": 180.0,
                "fradrag_m2": 50.0,
                "bebyggelsesprocent": 30.0,
                "restareal_m2": 0.0,
                "status_procent": "overholdt",
            }
        },
    ),
    Case(
        "guide_81",
        BR18_GUIDE + "; one m² more of secondary buildings",
        "150 + (81 − 50) = 181 > 180",
        [plot(600)],
        [house(samlet_m2=150), shed("udhus", 81, use=930)],
        {("e", 1): {"etageareal_m2": 181.0, "restareal_m2": -1.0, "status_procent": "overskredet"}},
        remark=("overskredet med 1 m²",),
    ),
    Case(
        "guide_left",
        BR18_GUIDE,
        "180 − 150 = 30 left",
        [plot(600)],
        [house(samlet_m2=150)],
        {("e", 1): {"bebyggelsesprocent": 25.0, "restareal_m2": 30.0, "status": "overholdt"}},
    ),
    built("exactly", 600, 180, "overholdt", 0.0),
    built("one_more", 600, 181, "overskredet", -1.0),
    built("odd_plot", 811, 243, "overholdt", 0.3),  # 30 % of 811 is 243.3
    Case(
        "whole_area",
        "Plandata's bygberegnaf 1: measured on the area as a whole",
        "400 / 600, not decided for one plot",
        [plot(600)],
        [house(samlet_m2=400)],
        {
            ("e", 1): {
                "status_procent": "omraade",
                "status": "omraade",
                "tilladt_procent": 30.0,
                "restareal_m2": None,
                "bebyggelsesprocent": 66.67,
            }
        },
        zone={"bebygpct": 30, "bebygpctaf": 1},
        remark=("området som helhed",),
    ),
    Case(
        "hald_ege",
        "the frame HALD.B1.01 of Hald Ege: anvspec1 1110, bygpct1 30, bygpcth1 4, no bebygpct",
        "each parcel by itself: 200 / 600 = 33.33 %, 0 / 400; together it would be 20 %",
        [plot(600, "1a"), plot(400, "1b", west=30, east=50)],
        [house(samlet_m2=200)],
        {
            ("e", 1): {
                "matrikelnumre": "1a, 1b",
                "grundareal_m2": 1000.0,
                "etageareal_m2": 200.0,
                "bebyggelsesprocent": 33.33,
                "tilladt_procent": 30.0,
                "restareal_m2": -20.0,
                "status_procent": "overskredet",
            }
        },
        zone={"bygpct1": 30, "bygpcth1": 4, "maxetage1": 2},
        remark=("mest bebygget er matr.nr. 1a", "200 / 600 m²"),
    ),
    secondary("detached_br18", 120, PLAN_2020, 50, 170),
    secondary("detached_br15", 120, PLAN_2012, 35, 185),
    secondary("detached_before", 120, PLAN_2006, 35, 185),
    secondary("terraced_br18", 131, PLAN_2020, 20, 200),
    secondary("terraced_br15", 131, PLAN_2012, 20, 200),
    secondary("terraced_before", 131, PLAN_2006, 35, 185),
    secondary("two_dwellings", 132, PLAN_2020, 100, 120, boliger=2),
    secondary("no_dwelling", 321, PLAN_2020, 0, 220),
    Case(
        "no_dwellings_registered",
        "BBR: byg024 is 0 on nearly every house, which is not registered",
        "150 + (50 − 50) = 150; 150 / 600 = 25 %",
        [plot(600)],
        [house(samlet_m2=150, bebygget_m2=150, boliger=0), shed("garage", 50, use=910)],
        {
            ("e", 1): {
                "boliger": 1,
                "fradrag_m2": 50.0,
                "etageareal_m2": 150.0,
                "bebyggelsesprocent": 25.0,
                "status": "overholdt",
            }
        },
    ),
    Case(
        "two_plots_apart",
        "BR18 § 454 stk. 3 nr. 2: numbers of one property that do not adjoin are not taken together",
        "150 / 600 = 25 %; 100 / 300 = 33.33 %",
        [plot(300, "1b", west=40, east=55), plot(600, "1a")],
        [house(samlet_m2=150), house("hus2", 42, 50, samlet_m2=100)],
        {
            ("e", 1): {"matrikelnumre": "1a", "bebyggelsesprocent": 25.0, "status": "overholdt"},
            ("e", 2): {"matrikelnumre": "1b", "bebyggelsesprocent": 33.33, "status": "overskredet"},
        },
    ),
    Case(
        "half_basement",
        "BR18 § 455 stk. 3 nr. 1: the part under 1.25 m does not count (eta022)",
        "100 + (80 − 40) = 140; 1 + 1 storeys",
        [plot(700)],
        [house(samlet_m2=100)],
        {("e", 1): {"etageareal_m2": 140.0, "bebyggelsesprocent": 20.0, "etager": 2.0, "status": "overskredet"}},
        floors=[("hus", "kl", 2, 80, None, 40)],
        remark=("+ 40 m² kælder. Yderligere 40 m² kælder tæller ikke med", "1 + 1 (kælder, der tæller med) = 2"),
    ),
    Case(
        "garage_in_basement",
        "a built-in garage that may lie in the basement that does not count: taken out, and said",
        "100 + (80 − 80) − 20 = 80; garage 20 within the deduction",
        [plot(800)],
        [house(samlet_m2=100, bolig_m2=100, kaelder_m2=80, kaelder_dyb_m2=80, indbygget_m2=20)],
        {("e", 1): {"etageareal_m2": 80.0, "sekundaer_m2": 20.0, "fradrag_m2": 20.0, "bebyggelsesprocent": 10.0}},
        remark=("så er etagearealet 20 m² større",),
    ),
    Case(
        "built_in_garage",
        "BBR: a built-in garage lies within byg038; it is secondary",
        "150 − 20 = 130; secondary 20 + 40 − 50 = 10; 140",
        [plot(700)],
        [house(samlet_m2=150, indbygget_m2=20), shed("udhus", 40, use=930)],
        {("e", 1): {"etageareal_m2": 140.0, "sekundaer_m2": 60.0, "fradrag_m2": 50.0, "bebyggelsesprocent": 20.0}},
    ),
    Case(
        "building_totals",
        "without storey rows: tagetage_m2, and kaelder_m2 − kaelder_dyb_m2",
        "100 + 40 + (60 − 20) = 180; 1 + ½ + 1",
        [plot(600)],
        [house(samlet_m2=100, tagetage_m2=40, kaelder_m2=60, kaelder_dyb_m2=20)],
        {("e", 1): {"etageareal_m2": 180.0, "etager": 2.5, "etageareal_kilde": "bbr"}},
    ),
    Case(
        "times_storeys",
        "without byg038: byg041 × byg054",
        "60 × 2 = 120",
        [plot(600)],
        [house(bebygget_m2=60, etager=2)],
        {("e", 1): {"etageareal_m2": 120.0, "bebyggelsesprocent": 20.0, "etageareal_kilde": "bbr", "etager": 2.0}},
    ),
    Case(
        "footprint_at_margin",
        "a footprint may overstate by 25 %: 225 / 1.25 = 180, exactly 30 % of 600",
        "15 × 15 × 1 = 225 > 180, but 180 is not",
        [plot(600)],
        [house(west=2, east=17, depth=15, etager=None)],
        {
            ("e", 1): {
                "etageareal_m2": 225.0,
                "etageareal_kilde": "fodaftryk",
                "bebyggelsesprocent": 37.5,
                "status_procent": "ukendt",
                "etager": None,
                "status_etager": "ukendt",
            }
        },
        remark=("mindst 180 m² = 30 %",),
    ),
    Case(
        "footprint_over_margin",
        "a footprint that is over the limit even if it overstates by 25 %",
        "16 × 15 = 240; 240 / 1.25 = 192 > 180",
        [plot(600)],
        [house(west=2, east=18, depth=15, etager=1)],
        {("e", 1): {"etageareal_m2": 240.0, "status_procent": "overskredet", "status_etager": "overholdt"}},
    ),
    Case(
        "mixed",
        "one house from BBR, one from the map",
        "100 + 10 × 10 × 1 = 200 > 180; 200 / 1.25 = 160 is not",
        [plot(600)],
        [house(samlet_m2=100), house("b", 15, 25)],
        {("e", 1): {"etageareal_m2": 200.0, "etageareal_kilde": "blandet", "status_procent": "ukendt"}},
        remark=("100 m² samlet bygningsareal + 100 m² omrids på kortet × etager",),
    ),
    Case(
        "nothing_known",
        "a main building with nothing to take a floor area from makes the plot unknown",
        "-",
        [plot(600)],
        [house(samlet_m2=150), ("punkt", 20, 20, 0, {"anvendelse": 120, "etager": 1})],
        {
            ("e", 1): {
                "etageareal_m2": None,
                "bebyggelsesprocent": None,
                "etageareal_kilde": "ingen",
                "status_procent": "ukendt",
                "status": "ukendt",
            }
        },
        remark=("Etagearealet kendes ikke", "Resten er 150 m²"),
    ),
    Case(
        "no_main_building",
        "a plot without a main building has 0 and keeps the limit",
        "0",
        [plot(600)],
        [shed("garage", 300, use=910)],
        {
            ("e", 1): {
                "etageareal_m2": 0.0,
                "etageareal_kilde": "ingen",
                "sekundaer_m2": 300.0,
                "fradrag_m2": 0.0,
                "etager": 0.0,
                "status": "overholdt",
            }
        },
    ),
    Case(
        "conservatory",
        "BR18 § 455 stk. 1: a conservatory (960) counts in full",
        "100 + 4 × 5 = 120",
        [plot(600)],
        [house(samlet_m2=100), ("udestue", 14, 18, 5, {"anvendelse": 960})],
        {("e", 1): {"etageareal_m2": 120.0, "sekundaer_m2": 0.0, "etageareal_kilde": "blandet", "etager": 1.0}},
    ),
    Case(
        "conservatory_in_bbr",
        "BR18 § 455 stk. 1, and BBR's record of a conservatory: byg041 and no storeys; what BBR states has no margin",
        "97 + 58 + 13 = 168; 168 / 534 = 31.46 %; 30 % is 160.2",
        [plot(534)],
        [
            house(samlet_m2=97, bebygget_m2=97, tagetage_m2=58, boliger=1),
            ("udestue", 14, 18, 5, {"anvendelse": 960, "bebygget_m2": 13}),
        ],
        {
            ("e", 1): {
                "etageareal_m2": 168.0,
                "etageareal_kilde": "bbr",
                "bebyggelsesprocent": 31.46,
                "restareal_m2": -7.8,
                "boliger": 1,
                "etager": 1.5,
                "status_procent": "overskredet",
                "status_etager": "overholdt",
            }
        },
        remark=("97 m² samlet bygningsareal + 58 m² udnyttet tagetage + 13 m² udestue",),
    ),
    Case(
        "margin_on_the_map_alone",
        "a footprint may overstate by 25 %; BBR's own areas may not",
        "162 + 4 × 5 = 182 > 180; 162 + 20 / 1.25 = 178 is not",
        [plot(600)],
        [house(samlet_m2=162), ("udestue", 14, 18, 5, {"anvendelse": 960})],
        {("e", 1): {"etageareal_m2": 182.0, "etageareal_kilde": "blandet", "status_procent": "ukendt"}},
        remark=("En del af arealet er målt på kortet", "mindst 178 m² = 29,67 %"),
    ),
    Case(
        "margin_does_not_reach_what_bbr_states",
        "the same with 8 m² more in BBR",
        "170 + 20 / 1.25 = 186 > 180",
        [plot(600)],
        [house(samlet_m2=170), ("udestue", 14, 18, 5, {"anvendelse": 960})],
        {("e", 1): {"etageareal_m2": 190.0, "etageareal_kilde": "blandet", "status_procent": "overskredet"}},
    ),
    before_2008("attached_before_2008", 131, 250, "ukendt", 275, ("kendes fradraget", "310 m² = 31 %")),
    before_2008("double_house_before_2008", 132, 250, "ukendt", 275, ("mellem 0 og 35 m²",)),
    before_2008("attached_before_2008_within_either", 131, 240, "overholdt", 265, ("mellem 0 og 35 m²",)),
    before_2008("attached_before_2008_over_either", 131, 280, "overskredet", 305, ("mellem 0 og 35 m²",)),
    before_2008("detached_before_2008", 120, 250, "overholdt", 275, ()),
    Case(
        "plan_of_storeys",
        "a lokalplan that states storeys but no ratio: the ratio is the zone's",
        "100 / 500 = 20 % of 25 %",
        [plot(500)],
        [house(samlet_m2=100, etager=2)],
        {
            ("e", 1): {
                "tilladt_procent": 25.0,
                "procent_kilde": "ramme 4.2.72 Virum",
                "tilladt_etager": 2.0,
                "etager_kilde": "lokalplan 33",
                "regelsaet": "foer_2008",
                "status": "overholdt",
            }
        },
        zone={"plannr": "4.2.72", "plannavn": "Virum", "bebygpct": 25, "bebygpctaf": 2},
        plan={"plannr": "33", "maxetager": 2, "datovedt": 20071231},
    ),
    Case(
        "two_storey_area",
        "chosen areas where two storeys may be built (14 June 2010)",
        "2 ≤ 2",
        [plot(500)],
        [house(samlet_m2=140, etager=2)],
        {("e", 1): {"tilladt_etager": 2.0, "etager_kilde": "to-etager-område Sorgenfri", "status": "overholdt"}},
        zone={"maxetager": 1.5},
        two_storeys=True,
    ),
]

FLOOR_FIELDS = ("bygning", "eta006", "eta025", "eta020", "eta021", "eta022")
PLAN_FIELDS = (
    "plannr",
    "plannavn",
    "anvspec1",
    "bygpct1",
    "bygpcth1",
    "maxetage1",
    "bebygpct",
    "bebygpctaf",
    "maxetager",
    "datovedt",
)
BUILDING_FIELDS = (
    "bygning_id",
    "anvendelse",
    "etager",
    "tagdaekning",
    "bebygget_m2",
    "samlet_m2",
    "bolig_m2",
    "tagetage_m2",
    "kaelder_m2",
    "kaelder_dyb_m2",
    "indbygget_m2",
    "boliger",
)
DEPTH = 20
EAST, NORTH = 720_000, 6_187_000


def box(west, south, east, north):
    """A box as WKT."""
    return f"POLYGON (({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"


def layers(cases=CASES, east=EAST, north=NORTH):
    """Rows (wkt, value, …) of the layers that hold all the cases, each 100 m from the next; ids carry the case."""
    parcels, buildings, floors, zones, plans, two = [], [], [], [], [], []
    for number, case in enumerate(cases):
        y = north + 100 * number
        ground = box(east - 5, y - 5, east + 90, y + DEPTH + 5)
        for matr, of, west, end, area in case.parcels:
            parcels.append((box(east + west, y, east + end, y + DEPTH), f"{case.name}/{of}", matr, area))
        for id, west, end, depth, facts in case.buildings:
            shape = box(east + west, y + 2, east + end, y + 2 + depth)
            if not depth:
                shape = f"POINT ({east + west} {y + 2})"
            values = {"bygning_id": f"{case.name}/{id}", **facts}
            buildings.append((shape, *(values.get(name) for name in BUILDING_FIELDS)))
        floors += [(None, f"{case.name}/{building}", *rest) for building, *rest in case.floors]
        zone = {"plannavn": case.name, "anvspec1": 1110, **case.zone}
        zones.append((ground, *(zone.get(name) for name in PLAN_FIELDS)))
        if case.plan:
            plan = {"anvspec1": 1110, **case.plan}
            plans.append((ground, *(plan.get(name) for name in PLAN_FIELDS)))
        if case.two_storeys:
            two.append((ground, "Sorgenfri"))
    return parcels, buildings, floors, zones, plans, two
