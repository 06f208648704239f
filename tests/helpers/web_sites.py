"""Sites for the tests of the website: a street of known houses, one with hostile names, and a large town."""

import json
import re
from dataclasses import replace

from lyngby_heritage.core.web import Site

HOSTILE = (
    "<img src=x onerror=\"document.title='hacked'\">Gade 1",
    "\"'& Vej 2",
    "</script><script>document.title='hacked'</script>Allé 3",
    "Ærø Ålandsvænget Øst 4",
    "🏡 Emojivej 5",
    "{{ 7 * 7 }} Stræde 6",
    "\u2028\u2029Linjevej 7",
    "Halv \udc80 emoji og \x00 nul 8",
)


def square(lon, lat, size=0.0002):
    """A closed ring, about 13 × 13 m."""
    east, north = lon + size, lat + size * 0.56
    return [[lon, lat], [east, lat], [east, north], [lon, north], [lon, lat]]


def columns(rows):
    """Columns from rows of dicts; what a row lacks has a plain value."""
    plain = {
        "lon": 12.5,
        "lat": 55.77,
        "geometry": None,
        "save": None,
        "ground": "ikke_registreret",
        "designated": False,
        "reason": "Ingen SAVE-værdi.",
        "year": None,
        "use": None,
        "story": None,
        "ensemble": None,
        "property": None,
        "parcels": None,
        "themes": None,
        "themes_proposed": None,
        "lender": None,
        "beside": None,
    }
    rows = [{"id": f"b{i}", "address": f"Vejen {i + 1}", **plain, **row} for i, row in enumerate(rows)]
    names = ("id", "address", *plain)
    return {name: [row[name] for row in rows] for name in names}


def a_site(rows=None, **changes):
    """A street of five buildings, in the wrong order; keyword arguments replace parts of the site."""
    street = [
        {
            "id": "aa-10",
            "address": "Ågade 10",
            "lon": 12.5040,
            "geometry": [square(12.5039, 55.7699)],
            "save": 5,
            "ground": "ikke_udpeget",
            "reason": "SAVE-værdi 5. Ikke udpeget.",
            "year": 1961,
        },
        {
            "id": "aa-9",
            "address": "Ågade 9",
            "lon": 12.5020,
            "geometry": [square(12.5019, 55.7699)],
            "save": 2,
            "ground": "vaerdi_1_3",
            "designated": True,
            "reason": "SAVE-værdi 2. Udpeges: bygningen har høj bevaringsværdi (1-3).",
            "year": 1912,
            "use": "fritliggende enfamiliehus",
            "story": "Her boede byens første fotograf.\nAtelieret ligger endnu i haven.",
            "ensemble": "E1",
            "property": "100",
            "themes": "moelleaadal;fredning",
            "themes_proposed": "fredning",
        },
        {"id": "aa-9-garage", "address": "Ågade 9", "lon": 12.5022, "property": "100", "use": "garage"},
        {
            "id": "zz-1",
            "address": "Zebravej 1",
            "lon": 12.5060,
            "save": 4,
            "ground": "til_vurdering",
            "reason": "SAVE-værdi 4. Skal vurderes.",
            "year": 1890,
        },
        {"id": "uden", "address": None, "lon": None, "lat": None, "reason": "Ingen adresse."},
    ]
    site = Site(
        title="Bygningskultur i Ærøby",
        plan_number="299",
        made_at="1. juni 2026 kl. 10.00",
        source="Opdigtede data",
        buildings=columns(street if rows is None else rows),
        environments=[
            {
                "id": "E1",
                "name": "Ågades gamle huse",
                "rings": [square(12.5010, 55.7690, 0.004)],
                "count": 2,
                "designated": 1,
                "built_from": 1890,
                "built_to": 1912,
                "use": "enfamiliehuse",
                "area_ha": 4.25,
                "story": "Huse langs åen.",
            }
        ],
        landscape=[
            {
                "theme": "moelleaadal",
                "theme_name": "Mølleådalen",
                "name": "Dalen ved Ågade",
                "rings": [square(12.4990, 55.7680, 0.01)],
                "lines": None,
                "guideline": "Dalen holdes fri for ny bebyggelse.",
                "status": "vedtaget",
            },
            {
                "theme": "skovbyggelinje",
                "theme_name": "Skovbyggelinje",
                "name": None,
                "rings": None,
                "lines": [[[12.50, 55.769], [12.51, 55.772]]],
                "guideline": None,
                "status": "gældende",
            },
        ],
        boundary=[square(12.49, 55.76, 0.03)],
    )
    return replace(site, **changes)


def plain_site(**changes):
    """A site whose names have none of the Danish letters: what has them is a word."""
    rows = [
        {"id": "a", "address": "Gade 1", "save": 2, "ground": "vaerdi_1_3", "designated": True, "year": 1900,
         "reason": "Begrundelse på dansk.", "story": "Historie på dansk.", "use": "fritliggende overdækning",
         "ensemble": "E", "themes": "skovbyggelinje", "parcels": "1a By", "property": "1"},
        {"id": "b", "address": None, "use": "række-, kæde- og klyngehus", "property": "1",
         "reason": "Også på dansk."},
    ]  # fmt: skip
    environment = {"id": "E", "name": "Gaden", "rings": [square(12.5, 55.77)], "count": 1, "story": "På dansk.",
                   "decided": True, "values": "Tømmer på dansk", "use": "stald til kvæg, får m.v."}  # fmt: skip
    proposed = {"id": "P", "name": "Forslag til kulturmiljø 2", "rings": [square(12.5, 55.77)], "count": 1}
    landscape = {"theme": "aabeskyttelse", "theme_name": "Åbeskyttelseslinje", "name": None, "status": "gældende",
                 "guideline": "Beskyttelsen følger direkte af loven, ikke af kommuneplanen."}  # fmt: skip
    return a_site(
        rows,
        **{"title": "Planen", "source": "Kilde på dansk", "environments": [environment, proposed], **changes},
        landscape=[landscape],
    )


def hostile_site():
    """Every text that reaches the page tries to be more than text."""
    rows = [
        {
            "id": f"{i}<b>&\"'~#=,/é",
            "address": address,
            "lon": 12.5 + i * 0.0005,
            "geometry": [square(12.4999 + i * 0.0005, 55.7699)],
            "save": 1,
            "ground": "vaerdi_1_3" if i else "<b>ny kode</b>",
            "designated": True,
            "reason": f"</script><img src=x onerror=\"document.title='hacked'\"> \u2028 & 'grund' {i}",
            "use": "<i>hus</i>",
            "story": "<script>document.title='hacked'</script> Historie \u202e vendt",
            "ensemble": "E<1>",
            "property": '"',
            "themes": "<u>;x",
        }
        for i, address in enumerate(HOSTILE)
    ]
    evil = "</option></select><script>document.title='hacked'</script>"
    return Site(
        title=f"Titel {evil}",
        plan_number="<9>",
        made_at="<i>nu</i>",
        source=f"Kilde {evil}",
        buildings=columns(rows),
        environments=[
            {"id": "E<1>", "name": evil, "rings": [square(12.499, 55.769, 0.002)], "count": 1, "story": evil}
        ],
        landscape=[
            {
                "theme": "<u>",
                "theme_name": evil,
                "name": evil,
                "rings": [square(12.499, 55.768, 0.001)],
                "guideline": evil,
                "status": evil,
                "colour": "red;background:url(https://evil.invalid/)",
            }
        ],
    )


def large_site(count=40_000, wide=250):
    """Houses on a grid, 30 m apart, each with an L-shaped footprint, in streets of 200 numbers."""
    grounds = ("vaerdi_1_3", "vaerdi_4_ensartet", "ikke_udpeget", "ikke_udpeget", "ikke_registreret")
    rows = range(count)
    lon = [round(12.40 + (i % wide) * 0.00048, 6) for i in rows]
    lat = [round(55.73 + (i // wide) * 0.00027, 6) for i in rows]

    def footprint(x, y):
        corners = [(-8, -4), (8, -4), (8, 1), (0, 1), (0, 5), (-8, 5), (-8, -4)]
        return [[[x + dx * 1.6e-5, y + dy * 9e-6] for dx, dy in corners]]

    return Site(
        title="En stor by",
        plan_number="1",
        made_at="i dag",
        source="Opdigtede data",
        buildings={
            "id": [f"{i:08x}-0000-4000-8000-{i:012x}" for i in rows],
            "address": [f"Gade {i // 200 + 1}. tværvej {i % 200 + 1}, 2800 Storby" for i in rows],
            "lon": lon,
            "lat": lat,
            "geometry": [footprint(x, y) for x, y in zip(lon, lat)],
            "save": [(2, 4, 5, 6, None)[i % 5] for i in rows],
            "ground": [grounds[i % 5] for i in rows],
            "designated": [i % 5 < 2 for i in rows],
            "reason": [
                f"SAVE-værdi. Begrundelsen for bygning {i}, som er en sætning af almindelig længde." for i in rows
            ],
            "year": [1850 + i % 150 for i in rows],
            "parcels": [f"{i // 40}{chr(97 + i % 26)} Storby Markjorder, Storby" for i in rows],
        },
    )


def data(folder, name):
    """What a data file hands to the page."""
    script = (folder / "data" / f"{name}.js").read_text(encoding="utf-8")
    handed = re.fullmatch(r'Heritage\.receive\("([^"]+)",(.*)\);\n', script, re.DOTALL)
    assert handed[1] == name
    return json.loads(handed[2])
