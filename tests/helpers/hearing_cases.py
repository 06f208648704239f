"""Tables of owners as small tables of a test, properties that they own, and the letters that they get."""

from datetime import date

import numpy as np
import shapely
from builders import square
from plan_builders import buildings

from lyngby_heritage.core.hearing.account import account_of
from lyngby_heritage.core.hearing.deadlines import hearing_of, terms
from lyngby_heritage.core.hearing.letters import About, Writer
from lyngby_heritage.core.hearing.properties import Heard, HeardBuilding, HeardProperty
from lyngby_heritage.core.hearing.rows import read_other_rows, read_owner_rows
from lyngby_heritage.core.plan.running_numbers import running_numbers
from lyngby_heritage.core.plan.state import PROPOSAL, PlanState

CONCEPTS = {
    "id": "owner_property",
    "bfe": "owner_bfe",
    "sfe": "owner_main_property",
    "navn": "owner_name",
    "co": "owner_co",
    "adresse": "owner_address",
    "postnr": "owner_postcode",
    "by": "owner_town",
    "land": "owner_country",
    "rolle": "owner_role",
    "post": "owner_post_id",
    "beskyttet": "owner_protected",
}


def columns(heading, *rows):
    """Columns by concept of a table whose heading is words apart by blanks."""
    return {CONCEPTS[name]: [row[at] for row in rows] for at, name in enumerate(heading.split())}


def owners(heading, *rows):
    return read_owner_rows(columns(heading, *rows), len(rows))


def others(heading, *rows):
    told = columns(heading, *rows)
    return read_other_rows({**told, "party_kind": told.get("owner_role")}, len(rows))


def building(number=1, address="Skolevej 5", save=3, **more):
    ground, reason = "Foreslås udpeget: SAVE-værdi 1–3", f"SAVE-værdi {save}. Udpeges: bygningen er fin."
    return HeardBuilding(number, address, save, more.pop("ground", ground), more.pop("reason", reason), **more)


def heard(key, address="Skolevej 5", *buildings, **more):
    return HeardProperty(key, address, more.pop("parcels", "5a Askholt By, Askholt"), tuple(buildings), **more)


def heard_plan(*rows, plots=None, environments=(), preserved=None):
    """The plan of these buildings; environments are (name, x, side)."""
    town = buildings(*rows)
    return Heard(
        buildings=town,
        numbers=running_numbers(town.designated, town.apart, town.districts, town.addresses, town.ids),
        preserved_by=preserved or [()] * len(town),
        parcels=town.parcel_numbers,
        state=PlanState(PROPOSAL),
        plots=plots,
        environment_names=[one[0] for one in environments],
        environments=np.array([shapely.from_wkt(square(x, -5, side)) for _, x, side in environments], dtype=object),
    )


HEADING = "bfe navn adresse postnr by rolle"
ABOUT = About(
    "Lokalplan 300", "Eksempelkommunen", "", hearing_of(date(2027, 1, 4), None, terms()[0]), "1. december 2026"
)


def letter(*properties, rows=None, other=None, about=ABOUT):
    """The text of the one letter on these properties."""
    rows = [(one.key, "Jens Hansen", "Vej 1", "2800", "Lyngby", "ejer") for one in properties] if rows is None else rows
    account = account_of(properties, [], owners(HEADING, *rows), other, [])
    (only,) = account.letters
    return Writer(about).text(only)
