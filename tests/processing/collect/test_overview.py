"""What a folder holds is seen before anything is put together, and decided as the tool will."""

from conftest import write_layer

from lyngby_heritage.processing.collect.chosen_roles import full_name
from lyngby_heritage.processing.collect.overview import folder_survey, overview

SQUARE = "POLYGON ((720000 6180000, 720010 6180000, 720010 6180010, 720000 6180010, 720000 6180000))"


def folder_of(tmp_path):
    write_layer(tmp_path / "jordstykker.gpkg", "jordstykker", [(SQUARE, "1")], ("bfenummer:text",))
    write_layer(tmp_path / "graense.gpkg", "graense", [(SQUARE, "0173")], ("kode:text",))
    return tmp_path


def test_layers_have_their_roles(tmp_path):
    folder = folder_of(tmp_path)
    output = folder / "lyngby_heritage" / "data.gpkg"
    seen = overview(folder_survey(folder, output), [], output, {})
    assert {role: seen.layers[place].called for role, place in seen.choice.roles.items()} == {
        "jordstykker": "jordstykker.gpkg"
    }
    assert seen.terrain == ""


def test_a_word_of_a_person_counts_while_the_layer_is_there(tmp_path):
    folder = folder_of(tmp_path)
    output = folder / "lyngby_heritage" / "data.gpkg"
    survey = folder_survey(folder, output)
    (boundary,) = [layer for layer in survey.layers if layer.called == "graense.gpkg"]
    said = {full_name(boundary): "kommunegraense", "borte.gpkg|borte": "soeer"}
    assert set(overview(survey, [], output, said).choice.roles) == {"jordstykker", "kommunegraense"}


def test_what_the_panel_made_of_the_data_is_no_data(tmp_path):
    folder = folder_of(tmp_path)
    made = folder / "lyngby_heritage"
    made.mkdir()
    write_layer(made / "udpegning.gpkg", "udpegning", [(SQUARE, "1")], ("bygning_id:text",))
    called = [layer.called for layer in folder_survey(folder, made / "data.gpkg").layers]
    assert called == ["graense.gpkg", "jordstykker.gpkg"]


def test_what_people_wrote_beside_the_output_is_seen(tmp_path):
    folder = folder_of(tmp_path)
    made = folder / "lyngby_heritage"
    made.mkdir()
    fields = ("bygning_id:text", "beslutning:text", "begrundelse:text")
    write_layer(made / "beslutninger.gpkg", "beslutninger", [(None, "1", "udpeg", "god")], fields, kind="NONE")
    seen = overview(folder_survey(folder, made / "data.gpkg"), [], made / "data.gpkg", {})
    assert "beslutninger" in seen.choice.roles


def test_a_terrain_is_named_and_tiles_are_counted(tmp_path):
    folder = folder_of(tmp_path)
    for name in ("DTM_1km_6180_720.tif", "DTM_1km_6181_720.tif"):
        (folder / name).touch()
    output = folder / "data.gpkg"
    assert overview(folder_survey(folder, output), [], output, {}).terrain == "2 × DTM_1km_6180_720.tif"
    (folder / "terraen.tif").touch()
    assert overview(folder_survey(folder, output), [], output, {}).terrain == str(folder / "terraen.tif")
