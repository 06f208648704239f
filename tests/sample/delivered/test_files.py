"""Names of delivered files, and tables under a register's headings."""

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.registers.deliveries import fildownload as read_name
from lyngby_heritage.sample.delivered.files import (
    TableFile,
    as_text,
    fildownload,
    headings_only,
    joined,
    numbered,
    picked,
    register_table,
)
from lyngby_heritage.sample.tables import ORIGIN, SampleTable, table, texts, whole


def test_a_fildownload_is_called_as_the_register_calls_it():
    made = fildownload("BBR", "Bygning", "csv", [], generation=646)
    assert made.path == "leverancer/datafordeler/BBR_V3_Bygning_0173_TotalDownload_csv_Current_646.zip"
    assert made.name_inside == "BBR_V3_Bygning_0173_TotalDownload_csv_Current_646.csv"
    told = read_name("BBR_V3_Bygning_0173_TotalDownload_csv_Current_646")
    assert told is not None
    assert (told.register, told.entity, told.municipality, told.generation) == ("BBR", "Bygning", "0173", 646)


def test_a_national_file_names_no_municipality():
    made = fildownload("DAGI", "Kommuneinddeling", "gpkg", [], generation=268, version=1, municipality="")
    assert made.path.endswith("/DAGI_V1_Kommuneinddeling_TotalDownload_gpkg_Current_268.zip")


def test_a_file_in_a_zip_may_have_a_name_of_its_own():
    made = TableFile("BES_NATURTYPER_SHAPE.zip", "shp", (), inside="bes_naturtyper.shp")
    assert (made.zipped, made.name_inside) == (True, "bes_naturtyper.shp")
    assert not TableFile("beslutninger.csv", "csv", ()).zipped


def test_a_register_s_table_has_all_its_headings_in_their_order():
    made = register_table("BBR Grund", {"status": texts(["7"]), "id_lokalId": texts(["g1"])})
    names = list(made.columns)
    assert names[names.index("id_namespace") :][:3] == ["id_namespace", "id_lokalId", "kommunekode"]
    assert (made.columns["status"][0], made.columns["gru009Vandforsyning"][0]) == ("7", None)
    assert (made.name, names[-1], made.columns["oprindelse"][0]) == ("Grund", "oprindelse", ORIGIN)


def test_headings_may_be_called_otherwise():
    made = register_table("BBR Grund", {"status": texts(["7"])}, names={"status": "tilstand"})
    assert "status" not in made.columns
    assert made.columns["tilstand"][0] == "7"


def test_a_column_that_the_register_does_not_have_is_refused():
    with pytest.raises(KeyError, match="BBR Grund has no heading ejer"):
        register_table("BBR Grund", {"ejer": texts(["x"])})


def test_headings_alone():
    full = table("a", "A", "Point", [shapely.Point(1, 2)], {"x": whole([1])})
    empty = headings_only(full)
    assert (list(empty.columns), empty.count) == (["x", "oprindelse"], 0)


def test_picked_leaves_out_the_origin_and_what_is_named():
    source = table("a", "A", "None", None, {"x": whole([1, 2]), "y": texts(["p", "q"])})
    assert {name: values.tolist() for name, values in picked(source, np.array([1]), without=["y"]).items()} == {
        "x": [2]
    }


def test_points_as_text():
    assert as_text(np.array([shapely.Point(583116.4, 6139276.92), None])).tolist() == [
        "POINT (583116.40 6139276.92)",
        None,
    ]


def test_columns_are_joined_with_what_is_missing_in_them():
    assert joined(whole([1, np.nan]), whole([3])).tolist() == [1, None, 3]
    assert joined(texts(["a"]), texts([None])).tolist() == ["a", None]


def test_ids_are_digits():
    assert numbered(10, 3, 5).tolist() == ["10", "15", "20"]


def test_rows_of_several_tables_are_counted_together():
    one = SampleTable("a", "A", "None", None, {"x": whole([1, 2])})
    assert TableFile("a.gpkg", "gpkg", (one, one)).rows == 4
