"""The inputs of the validation: what each may be, and which facts are read from it."""

from __future__ import annotations

from collections.abc import Mapping

from ..hearing.rows import CONCEPTS as HEARING_CONCEPTS
from ..registers.plandata import EXTENT_FIELDS
from ..registers.registration import PUBLIC_CONCEPTS
from ..registers.units import UNIT_CONCEPTS
from ..registers.versions import LIFE_CONCEPTS
from ..white_book.answers import CONCEPTS as ANSWER_CONCEPTS

BUILDING_ROLES = ("BUILDINGS", "FOOTPRINTS", "BBR", "CONTEXT_BUILDINGS")
"""Inputs that hold buildings, the one that the tools ask first at the front."""
SAVE_ROLES = ("SAVE", "SAVE_SECOND")
"""Inputs that hold SAVE values as a register has them."""
ATTRIBUTE_ROLES = ("BUILDINGS", *SAVE_ROLES, "FOOTPRINTS", "BBR", "CONTEXT_BUILDINGS")
"""Inputs that may carry BBR's facts on buildings."""
ADDRESS_ROLES = (*BUILDING_ROLES, *SAVE_ROLES)
"""Inputs that say what address a building has, the one to be believed first at the front."""
BUILDING_ID_ROLES = (*ATTRIBUTE_ROLES, "FLOORS", "UNITS", "DECISIONS", "ANSWERS")
"""Inputs whose rows are of a building by its id."""
LIVING_ROLES = ("BUILDINGS", "BBR", "CONTEXT_BUILDINGS", "FLOORS", "UNITS")
"""Inputs whose rows have BBR's life cycle."""
PLAN_ROLES = ("ZONES", "PLANS", "SUB_AREAS")
PEOPLE_ROLES = ("OWNERS", "OTHERS")
"""Tables of whom a hearing is sent to."""
PRIVATE_ROLES = (*PEOPLE_ROLES, "ANSWERS")
"""Tables of which no value is ever told: names, addresses, ids and what people wrote. A row is told by its number."""
TABLE_ROLES = ("FLOORS", "UNITS", "DECISIONS", *PRIVATE_ROLES)
"""Inputs that need no place."""
TERRAIN = "DEM"
"""The input that is a raster, and has no rows."""

BUILDING_CONCEPTS = (
    *("building_id", "address", "bbr_number", "save_value", "use", "year", "rebuilt_year", "storeys", "wall", "roof"),
    *("footprint_area", "total_area", "dwelling_area", "roof_storey_area", "basement_area", "deep_basement_area"),
    *("property_id", "municipality_code", "dwellings", "kitchens", *PUBLIC_CONCEPTS, *LIFE_CONCEPTS),
)
PLAN_CONCEPTS = (
    *("plan_id", "plan_number", "plan_name", "municipality_code", "adopted", "ratio", "ratio_scope", "most_storeys"),
    *("plan_status", "plan_cancelled", "plan_in_force"),
    *("zone_status", "extent_unregulated", "parent_plan", "sub_area"),
)
CONCEPTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(ATTRIBUTE_ROLES, BUILDING_CONCEPTS),
    "FOOTPRINTS": ("footprint_building", *BUILDING_CONCEPTS[1:]),  # GeoDanmark's own id is not that of the building
    **dict.fromkeys(SAVE_ROLES, ("bbr_reference", *BUILDING_CONCEPTS)),
    "BBR": ("coordinate", *BUILDING_CONCEPTS),
    "FLOORS": (
        *("floor_building", "floor_name", "floor_area", "used_roof_area", "deep_basement", "floor_kind"),
        *("municipality_code", "floor_id", *LIFE_CONCEPTS),
    ),
    "UNITS": (*UNIT_CONCEPTS, "municipality_code"),
    "PARCELS": (
        "parcel_uid",
        "parcel_id",
        "district_code",
        "district_name",
        "registered_area",
        "property_id",
        "municipality_code",
    ),
    "ZONES": PLAN_CONCEPTS,
    "PLANS": PLAN_CONCEPTS,
    "SUB_AREAS": PLAN_CONCEPTS,
    "TWO_STOREY_AREAS": ("plan_id", "plan_name", "most_storeys"),
    "ZONE_MAP": ("zone_status", "municipality_code"),
    "DECISIONS": ("decision_building", "decision", "decision_reason", "decision_source", "decision_date", "address"),
    "ENVIRONMENTS": ("environment_name", "decision", "decision_reason", "decision_source", "decision_date"),
    **dict.fromkeys(PEOPLE_ROLES, HEARING_CONCEPTS),
    "ANSWERS": ANSWER_CONCEPTS,
    TERRAIN: (),
    "WATERCOURSES": ("object_id",),
    "LAYERS": ("object_id", "municipality_code", "theme_status"),
    "BOUNDARY": ("municipality_code",),
}
"""The facts that are read from each input."""

SLOT_FIELDS = rf"^((anvspec|bygpcth)\d{{1,2}}|anvgen|m3_m2|{EXTENT_FIELDS})$"
"""Plandata's numbered fields, the general use, the use of each slot and its limits, and all that state an extent."""

ID_CONCEPTS = {
    "FOOTPRINTS": "footprint_building",
    "FLOORS": "floor_building",
    "UNITS": "unit_building",
    "ANSWERS": "decision_building",
    "ENVIRONMENTS": "environment_name",
    "ZONES": "plan_id",
    "PLANS": "plan_id",
    "DECISIONS": "decision_building",
    "WATERCOURSES": "object_id",
    "LAYERS": "object_id",
    "BOUNDARY": "municipality_code",
    "TWO_STOREY_AREAS": "plan_id",
}
"""Input -> the fact that its rows are known by; that of the others is the id of the building."""

ROW_ID_CONCEPTS = {"FLOORS": "floor_id", "UNITS": "unit_id"}
"""Input -> the id of the row itself, where it is known by the id of its building."""
