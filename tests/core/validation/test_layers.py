"""Rules on layers as a whole: what could not be read, and what a field is missing for."""

from layers_of import UUIDS, at, found, layer, point


def test_of_a_file_that_is_cut_off_nothing_else_is_told_and_the_rest_is_checked():
    cut = layer("SAVE", geometry_type="point", unread="kun 3 af 7 rækker kan læses fra fbb.gpkg")
    others = layer("BUILDINGS", {"bygning_id": "a", "save_vaerdi": 12, "wkt": at(0)})
    told = found(cut, others)
    assert [one.rule for one in told if one.layer is cut] == ["lag_ulaeseligt"]
    assert "kun 3 af 7 rækker kan læses fra fbb.gpkg" in told[0].text
    assert "save_uden_for_skalaen" in {one.rule for one in told}


def test_a_limit_in_plandata_s_slots_is_a_limit():
    """A frame for åben-lav often states 30 % for that use alone, and nothing for the frame as a whole."""
    frame = {"planid": 1, "anvspec1": 1110, "bygpct1": 30, "wkt": at(0)}
    assert found(layer("ZONES", frame), rule="felt_nyttigt_mangler") == []
    del frame["bygpct1"]
    (told,) = found(layer("ZONES", frame), rule="felt_nyttigt_mangler")
    assert "bebyggelsesprocent" in told.text


def test_numbers_of_rows_are_told_once_and_not_as_old_references():
    """An extract's own numbers in `ois_id`, which is BBR's id in FBB."""
    rows = [{"ois_id": 51348 + at, "bevaringsvaerdi": 4, "wkt": point(20 * at)} for at in range(3)]
    told = {one.rule: one for one in found(layer("SAVE", *rows))}
    assert "id_ikke_bbr" not in told
    assert "»ois_id«" in told["id_loebenummer"].text
    assert "(51348, 51349, 51350)" in told["id_loebenummer"].text
    # Where BBR's id stands beside them, that is read.
    beside = [{**row, "id_lokalId": UUIDS[at]} for at, row in enumerate(rows)]
    assert not {"id_loebenummer", "id_ikke_bbr"} & {one.rule for one in found(layer("SAVE", *beside))}
