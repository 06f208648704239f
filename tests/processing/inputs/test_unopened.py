"""A file of layers that cannot be opened says why, whichever parameter it was given to."""

import pytest
from builders import square
from conftest import write_layer
from qgis.core import QgsProcessingContext

from lyngby_heritage.processing.inputs.unopened import why_unopened
from lyngby_heritage.processing.tools.classify_buildings import ClassifyBuildings

HEADING = "bygning_id;beslutning\n"


@pytest.fixture
def town(qgis_app, tmp_path):
    return write_layer(tmp_path / "by.gpkg", "bygninger", [(square(0), "a", 4)], ("bygning_id:text", "save_vaerdi:int"))


def test_a_layer_of_another_name_is_answered_with_the_names_that_there_are(town, tmp_path):
    write_layer(tmp_path / "by.gpkg", "zoner", [(square(0), "z")], ("navn:text",))
    path = tmp_path / "by.gpkg"
    assert why_unopened(f"{path}|layername=huse") == f"{path} has no layer huse. It has: bygninger, zoner."


@pytest.mark.parametrize(
    ("name", "held", "said"),
    [
        ("borte.gpkg", None, "There is no file {file}."),
        ("tom.csv", b"", "{file} is empty."),
        ("regneark.csv", HEADING.encode("utf-16"), "{file} is written in UTF-16. Save it as CSV UTF-8."),
        ("tabel.txt", HEADING.encode(), "QGIS opens a table of text by its ending. Call {file} .csv, or .tsv where"),
        (
            "valg.csv",
            f"Valg\n\n{HEADING}a;udpeg\n".encode(),
            "{file} has 2 lines above its heading, which QGIS does not",
        ),
        ("p%20q.gpkg", b"x", "QGIS reads a % and two digits or letters in a path, such as %20, as another sign"),
        ("brev.gpkg", b"Til ejeren", "The file is there, but damaged, cut off or no file of layers (`{file}' not"),
    ],
)
def test_what_is_wrong_with_the_file_is_said(qgis_app, tmp_path, name, held, said):
    path = tmp_path / name
    if held is not None:
        path.write_bytes(held)
    assert why_unopened(str(path)).startswith(said.format(file=path))


def test_a_folder_is_called_one_and_its_files_are_named(town, tmp_path):
    said = why_unopened(str(tmp_path))
    assert said == f"{tmp_path} is a folder, and a layer is wanted. Give one of its files: by.gpkg."
    (tmp_path / "tom").mkdir()
    assert "run the tool 'Collect data' (collectdata) on the folder first" in why_unopened(str(tmp_path / "tom"))


def test_what_is_no_file_is_left_to_qgis(qgis_app):
    assert why_unopened("bygninger") == ""
    assert why_unopened("dbname='plan' table=\"bygninger\" (geom)") == ""


def test_the_refusal_of_a_tool_ends_with_the_reason(town):
    given = {"BUILDINGS": town.split("|")[0] + "|layername=huse", "OUTPUT": "TEMPORARY_OUTPUT"}
    fine, said = ClassifyBuildings().create().checkParameterValues(given, QgsProcessingContext())
    assert not fine
    assert said.endswith("by.gpkg has no layer huse. It has: bygninger.")
