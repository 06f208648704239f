"""The folder as a whole: every file once, and what says that all of it is invented."""

import pytest

from lyngby_heritage.sample.delivered.files import PlainFile, TableFile, TileFile
from lyngby_heritage.sample.delivered.folder import delivered_files
from lyngby_heritage.sample.municipality import make_municipality
from lyngby_heritage.sample.tables import ORIGIN


@pytest.fixture(scope="module")
def files():
    return delivered_files(make_municipality(60, 173))


def test_every_file_has_a_path_of_its_own(files):
    paths = [one.path.lower() for one in files]
    assert len(set(paths)) == len(paths)
    assert all(not path.startswith("/") and "\\" not in path for path in paths)


def test_only_the_words_and_the_people_lie_beside_the_data(files):
    beside = sorted(one.path for one in files if not one.path.startswith("leverancer/"))
    assert beside == ["LAESMIG.txt", "andre.csv", "ejere.csv", "hoeringssvar.csv"]


def test_every_row_says_that_it_is_invented(files):
    for one in files:
        if isinstance(one, TableFile):
            for table in one.tables:
                assert set(table.columns["oprindelse"]) <= {ORIGIN}, one.path
                assert {len(values) for values in table.columns.values()} == {table.count}


def test_the_words_say_it_first_of_all(files):
    for one in files:
        if isinstance(one, PlainFile) and one.path.endswith("LAESMIG.txt"):
            assert one.content.decode("utf-8-sig").startswith("Alt i denne mappe er opdigtet.")


def test_the_surface_lies_in_a_zip_of_its_own(files):
    kinds = [{tile.kind for tile in one.tiles} for one in files if isinstance(one, TileFile)]
    assert kinds[-1] == {"DSM"}
    assert all(kind == {"DTM"} for kind in kinds[:-1])


@pytest.mark.parametrize(("size", "seed"), [(20, 0), (21, 3), (130, 5)])
def test_any_size_and_seed_works(size, seed):
    made = delivered_files(make_municipality(size, seed))
    assert all(one.rows > 0 for one in made if isinstance(one, TableFile) and "BBR_V4" not in one.path)
