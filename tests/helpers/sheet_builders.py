"""A property's sheet from few words, so that a test reads like its example."""

from datetime import date

from lyngby_heritage.core.plan.area_parcels import INSIDE
from lyngby_heritage.core.plan.card_facts import Facts, Neighbour, PlanOver, Plot
from lyngby_heritage.core.plan.state import PlanState
from lyngby_heritage.core.sheet.content import sheet_of
from lyngby_heritage.core.sheet.facts import (
    NearTheme,
    PlanFacts,
    PreservingPlan,
    PropertyFacts,
    SheetBuilding,
    SheetPlot,
)

SUM = "Etageareal 170 m²: 113 m² samlet bygningsareal + 57 m² udnyttet tagetage. 170 / 850 m² = 20 %."


def house(number=7, group="A", main=True, **more):
    """A designated house of value 3, unless said otherwise."""
    facts = {
        "id": f"hus-{number}",
        "address": "Ågade 1",
        "save": 3,
        "ground": "vaerdi_1_3",
        "designated": True,
        "reason": "SAVE-værdi 3. Udpeges: bygningen har høj bevaringsværdi (1–3).",
        "number": number,
        "year": 1912,
        "use": "fritliggende enfamiliehus",
        "neighbours": (),
        "plots": (),
        "themes": (),
        "plans": (),
    }
    return SheetBuilding(Facts(**{**facts, **more}), group, main)


def shed(**more):
    """A garage that the plan does not name."""
    told = {"number": None, "designated": False, "save": None, "ground": "ikke_registreret", "use": "garage", **more}
    return house(group=None, main=False, id="garage", **told)


def plain(number=None, **more):
    """A house that the plan does not designate."""
    told = {"designated": False, "save": 5, "ground": "ikke_udpeget", "reason": "", **more}
    return house(number, group=None, **told)


def neighbour(called, alike=("opførelsesår", "ydervæg"), different=("tagdækning",), likeness=0.67):
    return Neighbour(called.lower(), called, likeness, alike, different)


def plot(number=1, remaining=85.0, remark=SUM, **more):
    told = Plot(number, 20.0, 30.0, "parameter", 1.5, 1.5, "parameter", "overholdt", "overholdt", "overholdt", remark)
    figures = {
        "parcels": "5a Askholt By, Askholt",
        "area": 850.0,
        "area_source": "Registreret",
        "floor_area": 170.0,
        "floor_source": "BBR",
        "secondary": 22.0,
        "deduction": 22.0,
        "dwellings": 1,
        "remaining": remaining,
        "rule_set": "BR18",
    }
    return SheetPlot(told, **{**figures, **more})


def theme(name, distance=0.0, **more):
    told = {"legal": "Naturbeskyttelseslovens § 3", "areas": (), "proposed": False, "unknown_status": False}
    held = more.pop("held", distance == 0)
    measured = {"area": 425.0, "share": 0.5} if held else {}
    return NearTheme(name=name, held=held, distance=distance, **{**told, **measured, **more})


def lokalplan(called="lokalplan 91 Villavejene", day=date(2020, 6, 22), preserves=False, says="", document=""):
    return PreservingPlan(PlanOver(called, day), preserves, says, document)


def property_facts(*buildings, **more):
    told = {
        "key": "9100085",
        "parcels": ("5a Askholt By, Askholt",),
        "addresses": ("Ågade 1",),
        "plots": (plot(),),
        "themes": (),
        "unknown_themes": (),
        "plans": (),
        "reach": INSIDE,
    }
    return PropertyFacts(buildings=buildings or (house(),), **{**told, **more})


def plan_facts(state=None, **more):
    told = {
        "heading": "Lokalplan 300: Kulturhistorisk lokalplan",
        "made_at": date(2027, 1, 4),
        "today": date(2028, 1, 10),
        "source": "FBB og BBR",
        "web_address": "",
        "near": 100.0,
        "knows_pairs": True,
    }
    return PlanFacts(state=state or PlanState(), **{**told, **more})


def said(sheet, key):
    """What a section says, as one text."""
    section = sheet.section(key)
    return (
        None
        if section is None
        else "\n".join(
            [*(part.text for part in section.parts), *(str(line) for part in section.parts for line in part.lines)]
        )
    )


def sheet(*buildings, state=None, plan=None, **more):
    return sheet_of(property_facts(*buildings, **more), plan or plan_facts(state or PlanState()))
