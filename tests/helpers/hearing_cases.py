"""Tables of owners as small tables of a test, and properties that they own."""

from lyngby_heritage.core.hearing.properties import HeardBuilding, HeardProperty
from lyngby_heritage.core.hearing.rows import read_other_rows, read_owner_rows

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
