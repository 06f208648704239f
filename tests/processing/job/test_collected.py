"""What the steps are given of data that were put together is what the main job finds in them."""

from conftest import write_layer

from lyngby_heritage.processing.job.collected import collected_in

SQUARE = "POLYGON ((720000 6180000, 720010 6180000, 720010 6180010, 720000 6180010, 720000 6180000))"
DECISION = ("bygning_id:text", "beslutning:text", "begrundelse:text")


def test_roles_themes_and_terrain(tmp_path):
    file = tmp_path / "data.gpkg"
    write_layer(file, "jordstykker", [(SQUARE, "1")], ("bfenummer:text",))
    write_layer(file, "fredede_omr", [(SQUARE, "1")], ("nr:text",))
    found = collected_in(file, "/kort/terraen.tif")
    assert set(found.addresses) == {"jordstykker", "@temaer", "@terraen"}
    assert found.addresses["@terraen"] == "/kort/terraen.tif"
    assert [address.rpartition("=")[2] for address in found.addresses["@temaer"]] == ["fredede_omr"]
    assert list(found.titles) == ["fredede_omr"]


def test_what_people_wrote_goes_before_a_copy_of_it(tmp_path):
    file = tmp_path / "data.gpkg"
    write_layer(file, "beslutninger", [(None, "1", "udpeg", "gammel")], DECISION, kind="NONE")
    assert str(file) in collected_in(file).addresses["beslutninger"]
    written = tmp_path / "beslutninger.gpkg"
    write_layer(written, "beslutninger", [(None, "1", "udpeg_ikke", "ny")], DECISION, kind="NONE")
    assert str(written) in collected_in(file).addresses["beslutninger"]
