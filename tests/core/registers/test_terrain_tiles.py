"""Which tiles make one terrain model, by what their names say and by what they say themselves; and what is missing."""

from dataclasses import replace

import pytest

from lyngby_heritage.core.registers.terrain_tiles import (
    Cell,
    Head,
    Tile,
    cell_of,
    choose,
    gap_note,
    is_surface,
    is_terrain_archive,
    missing_cells,
    partial_note,
)


def tile(north, east, folder="", changed=0.0):
    name = f"{folder}DTM_1km_{north}_{east}.tif"
    return Tile(name, name, Cell(north, east), changed)


def head(one, **other):
    """100 × 100 cells of 10 m where the tile's name says."""
    made = Head(
        100, 100, one.cell.east * 1000.0, (one.cell.north + 1) * 1000.0, 10.0, 10.0, True, 25832, 1, "Float32", -9999.0,
        True,
    )  # fmt: skip
    return replace(made, **other)


FIRST, SECOND, THIRD = tile(6188, 719), tile(6188, 720), tile(6189, 719)


def chosen(*tiles, **others):
    """Names used, and what is said of the others; `others` are the heads of single tiles by their place."""
    heads = {one.address: others.get(f"at{place}", head(one)) for place, one in enumerate(tiles)}
    found = choose(tiles, heads)
    return [one.file for one in found.used], {file: str(note) for file, note in found.left_out.items()}


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("DTM_1km_6175_723.tif", "6175_723"),
        ("dtm_1km_6175_723.TIFF", "6175_723"),
        ("DTM_1km_6175_723 (1).tif", "6175_723"),  # downloaded twice
        ("DTM_1km_6175_7231.tif", None),
        ("DTM_10km_617_72.tif", None),
        ("DTM_1km_6175_723.tif.aux.xml", None),
        ("DSM_1km_6175_723.tif", None),
        ("terraen.tif", None),
    ],
)
def test_the_name_of_a_tile_says_its_cell(name, cell):
    found = cell_of(name)
    assert (found.name if found else None) == cell


def test_the_surface_model_and_archives_are_known_by_their_names():
    assert is_surface("DSM_1km_6175_723.tif")
    assert is_surface("DSM_617_72_TIF_UTM32-ETRS89.zip")
    assert not is_surface("DTM_617_72_TIF_UTM32-ETRS89.zip")
    assert is_terrain_archive("DTM_617_72_TIF_UTM32-ETRS89.zip")
    assert not is_terrain_archive("BBR.zip")


def test_tiles_of_one_form_are_used_in_the_order_of_their_cells():
    assert chosen(THIRD, FIRST, SECOND) == ([FIRST.file, SECOND.file, THIRD.file], {})


def test_a_tile_that_was_cut_down_is_used_and_told():
    """50 of 100 rows from the north, and a corner of 20 × 30 cells in the grid of whole tiles."""
    half, corner = head(FIRST, rows=50), head(SECOND, left=720_800.0, top=6_188_300.0, columns=20, rows=30)
    found = choose([FIRST, SECOND, THIRD], {FIRST.address: half, SECOND.address: corner, THIRD.address: head(THIRD)})
    assert found.used == (FIRST, SECOND, THIRD)
    assert str(partial_note(found)).startswith("2 terrain tiles cover only a part of their square kilometre: DTM_1km_")
    whole = choose([THIRD], {THIRD.address: head(THIRD)})
    assert partial_note(whole) is None


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("not recognized as a supported file format", "cannot be read (not recognized"),
        (head(FIRST, whole=False), "the file is cut off"),
        (head(FIRST, epsg=25833), "it is in EPSG:25833, and tiles of this name are in EPSG:25832"),
        (head(FIRST, epsg=None), "it has no coordinate reference system"),
        (head(FIRST, bands=3), "no raster of heights with north up and one band (3)"),
        (head(FIRST, upright=False), "no raster of heights with north up"),
        (head(FIRST, left=720_000.0), "begins at N 6188 km, E 719 km, and the file says N 6188000 m, E 720000 m"),
        (head(FIRST, left=719_005.0), "the file says N 6188000 m, E 719005 m"),  # half a cell beside the grid
        (head(FIRST, rows=101), "the file says N 6187990 m, E 719000 m"),  # reaches out of its kilometre
        (
            head(FIRST, columns=250, rows=250, cell_width=4.0, cell_height=4.0),
            "its cells (4 m, Float32, NoData -9999.0)",
        ),
        (head(FIRST, nodata=0.0), "not those of 2 other tiles (10 m, Float32, NoData -9999.0)"),
        (head(FIRST, nodata=None), "its cells (10 m, Float32, NoData -)"),
        (head(FIRST, kind="Int16"), "its cells (10 m, Int16"),
    ],
)
def test_a_tile_that_is_not_as_the_others_is_left_out_by_name(wrong, words):
    used, left_out = chosen(FIRST, SECOND, THIRD, at0=wrong)
    assert used == [SECOND.file, THIRD.file]
    assert words in left_out[FIRST.file]
    assert left_out[FIRST.file].startswith(f"{FIRST.file} is not used as terrain: ")


def test_of_two_forms_as_frequent_the_finer_is_used():
    fine = head(SECOND, columns=250, rows=250, cell_width=4.0, cell_height=4.0)
    assert chosen(FIRST, SECOND, at1=fine)[0] == [SECOND.file]


def test_nothing_is_used_where_nothing_can_be():
    used, left_out = chosen(FIRST, SECOND, at0="x", at1="y")
    assert (used, list(left_out)) == ([], [FIRST.file, SECOND.file])


def test_of_two_tiles_of_one_cell_the_newest_that_is_whole_is_used():
    old, new = tile(6188, 719, "2015/", 10.0), tile(6188, 719, "2023/", 20.0)
    used, left_out = chosen(old, new, SECOND)
    assert used == [new.file, SECOND.file]
    assert "2023/DTM_1km_6188_719.tif is of the same square kilometre and newer" in left_out[old.file]
    assert chosen(old, new, SECOND, at1=head(new, whole=False))[0] == [old.file, SECOND.file]


def test_gaps_lie_in_the_tiles_own_box_or_in_the_area_that_is_given():
    cells = [FIRST.cell, SECOND.cell, THIRD.cell]
    assert missing_cells(cells) == [Cell(6189, 720)]
    assert missing_cells([FIRST.cell]) == missing_cells([]) == []
    # 718,900–720,100 E and 6,188,000–6,189,000 N reach over one row of three cells
    assert missing_cells(cells, (718_900, 6_188_000, 720_100, 6_189_000)) == [Cell(6188, 718)]


def test_at_most_ten_gaps_are_named():
    missing = [Cell(6188, east) for east in range(700, 712)]
    words = str(gap_note(missing, of_area=False))
    assert "leave 12 gaps of one square kilometre" in words.replace("\u00a0", " ")
    assert "6188_709 (+2)" in words
    assert "no tile of 1 square kilometre of the area: 6188_700" in str(gap_note(missing[:1], True)).replace(
        "\u00a0", " "
    )
    assert gap_note([], of_area=True) is None
