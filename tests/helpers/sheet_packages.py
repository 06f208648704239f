"""A package of a small street, for the sheets of its properties."""

from conftest import write_layer

HOUSE = "POLYGON(({0} {1},{2} {1},{2} {3},{0} {3},{0} {1}))"
BUILDING_FIELDS = (
    *("bygning_id:text", "adresse:text", "ejendom_id:text", "save_vaerdi:int", "udpeget:bool", "udpegning:text"),
    *("begrundelse:text", "anvendelse:int", "opfoerelsesaar:int", "offentlig:bool", "jordstykke:text"),
)
PLOT_FIELDS = (
    *("ejendom_id:text", "grund_nr:int", "jordstykker:text", "grundareal_m2:real", "grundareal_kilde:text"),
    *("etageareal_m2:real", "etageareal_kilde:text", "sekundaer_m2:real", "fradrag_m2:real", "boliger:int"),
    *("bebyggelsesprocent:real", "tilladt_procent:real", "procent_kilde:text", "restareal_m2:real", "etager:real"),
    *("tilladt_etager:real", "etager_kilde:text", "regelsaet:text", "status_procent:text", "status_etager:text"),
    *("status:text", "bemaerkning:text"),
)
PLAN_FIELDS = ("plannr:text", "plannavn:text", "datovedt:int", "bevarbest:text")
PAIR_FIELDS = ("fra_id:text", "til_id:text", "lighed:real", "ens_paa:text", "forskellig_paa:text")
THEME_FIELDS = ("tema:text", "tema_navn:text", "navn:text", "status:text", "lovgrundlag:text")
STREET = (
    # x, id, address, property, SAVE, designated, ground, use, public
    (0, "b1", "Ågade 1", "101", 4, True, "vaerdi_4_ensartet", 120, True),
    (15, "b2", "Ågade 1", "101", None, False, "ikke_registreret", 910, True),
    (50, "b3", "Ågade 3", "102", 4, True, "vaerdi_4_ensartet", 120, True),
    (100, "b4", "Ågade 5", "103", 6, False, "ikke_udpeget", 120, True),
    (150, "b5", "Hemmelig Vej 9", "104", 2, True, "vaerdi_1_3", 120, False),
)
SUM = "Etageareal 170 m²: 170 m² samlet bygningsareal. Bebyggelsesprocent: 170 / 1.000 m² = 17 %."


def square(x, y, side):
    return HOUSE.format(x, y, x + side, y + side)


def street(path):
    """The layers of the street, as parameters of exportlokalplan."""
    houses = [
        (square(x, 0, 10), id_, address, key, save, yes, ground, f"Fordi {id_}.", use, 1912, public, f"{key[2]}a")
        for x, id_, address, key, save, yes, ground, use, public in STREET
    ]
    plots = [
        (
            *(square(x - 5, -5, 45), key, 1, f"{key[2]}a Askholt By, Askholt", 1000.0, "registreret", 170.0, "bbr"),
            *(22.0, 22.0, 1, 17.0, 30.0, "parameter", 130.0, 1.5, 1.5, "parameter", "BR18"),
            *("overholdt", "overholdt", "overholdt", SUM),
        )
        for x, key in ((0, "101"), (50, "102"), (100, "103"), (150, "104"))
    ]
    pairs = [
        ("LINESTRING(5 5,55 5)", "b1", "b3", 0.8, "opfoerelsesaar, ydervaeg", "tagdaekning"),
        ("LINESTRING(5 5,155 5)", "b1", "b5", 0.2, "ydervaeg", "tagdaekning"),
    ]
    return {
        "BUILDINGS": write_layer(path, "udpegning", houses, BUILDING_FIELDS),
        "PROPERTIES": write_layer(path, "grunde", plots, PLOT_FIELDS),
        "PLANS": write_layer(
            path,
            "lokalplaner",
            [(square(-50, -50, 120), "91", "Villavejene", 20200622, "Må ikke nedrives.")],
            PLAN_FIELDS,
        ),
        "PAIRS": write_layer(path, "naboer", pairs, PAIR_FIELDS, kind="LINE"),
        "LANDSCAPE": write_layer(
            path,
            "landskab",
            [(square(-50, 20, 100), "lavbund", "Lavbundsareal", "Engen", "gaeldende", "")],
            THEME_FIELDS,
        ),
    }


def package(process, folder, *more):
    """The package of the street in a folder, with further parameters of exportlokalplan."""
    given = [f"{name}={value}" for name, value in street(folder / "lag.gpkg").items()]
    done = process("run", "lyngby_heritage:exportlokalplan", "--", *given, *more, f"FOLDER={folder / 'plan'}")
    assert done.code == 0, done.log
    return folder / "plan"
