"""What the package keeps of the layers that a plan is read from."""

from conftest import read_layer, write_layer

HOUSE = "POLYGON((0 0,10 0,10 10,0 10,0 0))"
AREA = "POLYGON((-50 -50,50 -50,50 50,-50 50,-50 -50))"


def test_the_lokalplaner_in_force_are_a_layer_of_the_package(process, tmp_path):
    buildings = write_layer(
        tmp_path / "lag.gpkg",
        "udpegning",
        [(HOUSE, "b1", "Ågade 1", 3, True, "vaerdi_1_3")],
        ("bygning_id:text", "adresse:text", "save_vaerdi:int", "udpeget:bool", "udpegning:text"),
    )
    plans = write_layer(
        tmp_path / "lag.gpkg",
        "lokalplaner",
        [
            (AREA, "91", "Villavejene", 20200622, "V", None),
            (AREA, "92", "Et forslag", None, "F", None),
            (AREA, "12", "Aflyst", 19900101, "V", 20100101),
        ],
        ("plannr:text", "plannavn:text", "datovedt:int", "status:text", "datoaflyst:int"),
    )
    folder = tmp_path / "pakke"
    done = process(
        "run", "lyngby_heritage:exportlokalplan", "--", f"BUILDINGS={buildings}", f"PLANS={plans}", f"FOLDER={folder}"
    )
    assert done.code == 0, done.log
    geopackage = folder / "kulturhistorisk_lokalplan.gpkg"
    kept = read_layer(geopackage, "lokalplaner")
    assert [(one["plannr"], one["plannavn"], one["datovedt"]) for one in kept] == [("91", "Villavejene", 20200622)]
    told = [one for one in read_layer(geopackage, "koersel") if one["navn"] == "PLANS"]
    assert [(one["emne"], one["antal"], bool(one["kontrolsum"])) for one in told] == [("data", 1, True)]
