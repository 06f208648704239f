"""BBR's files: the current one is the named layer but for what has ended, the older one has the history."""

import numpy as np
import pytest

from lyngby_heritage.sample.delivered.bbr import bbr_files
from lyngby_heritage.sample.municipality import make_municipality


@pytest.fixture(scope="module")
def made():
    return make_municipality(700, 173)


@pytest.fixture(scope="module")
def files(made):
    return {one.path.split("/")[-1]: one.tables[0] for one in bbr_files(made)}


def rows(table, *names):
    return list(zip(*(np.ma.asarray(table.columns[name]).tolist() for name in names)))


def find(files, *parts):
    return next(table for name, table in files.items() if all(part in name for part in parts))


FACTS = ("id_lokalId", "status", "byg007Bygningsnummer", "byg024AntalLejlighederMedKoekken", "byg041BebyggetAreal")


def test_the_current_buildings_are_those_of_the_named_layer(made, files):
    current, named = find(files, "V3_Bygning", "Current"), made.table("bbr")
    expected = [row[:-1] for row in rows(named, *FACTS, "virkningTil") if row[-1] is None]
    assert rows(current, *FACTS) == expected
    assert {status for _, status, *_ in expected} == {"6", "10", "11", "1"}


def test_the_place_is_text_and_the_property_s_number_is_not_there(made, files):
    current = find(files, "V3_Bygning", "Current")
    assert current.geometry is None
    assert "bestemtFastEjendomBFENr" not in current.columns
    places = current.columns["byg404Koordinat"].tolist()
    assert places[0].startswith("POINT (7")
    assert None in places  # a ghost


def test_the_plot_leads_to_the_property_s_number(made, files):
    """grund -> Grund.id_lokalId, bestemtFastEjendom -> Ejendomsrelation.id_lokalId -> bfeNummer."""
    relation = dict(rows(find(files, "_Grund_"), "id_lokalId", "bestemtFastEjendom"))
    number = dict(rows(find(files, "_Ejendomsrelation_"), "id_lokalId", "bfeNummer"))
    found = [number[relation[plot]] for (plot,) in rows(find(files, "V3_Bygning", "Current"), "grund")]
    named = rows(made.table("bbr"), "bestemtFastEjendomBFENr", "virkningTil")
    assert found == [int(bfe) for bfe, end in named if end is None]


def test_the_older_file_has_the_history_and_lacks_the_newest(made, files):
    older = find(files, "Bitemporal")
    versions = rows(older, "id_lokalId", "registreringFra", "registreringTil", "virkningFra", "virkningTil")
    ended = [row for row in versions if row[-1] is not None]
    assert ended
    then, now = "2017-06-26T00:00:00Z", "2021-03-01T00:00:00Z"
    for building, *times in ended:
        assert times == [now, None, then, now]
        assert [row[1:] for row in versions if row[0] == building and row[2] is not None] == [(then, now, then, None)]
    known, current = {row[0] for row in versions}, {row[0] for row in rows(find(files, "V3", "Current"), "id_lokalId")}
    assert 0 < len(current - known) <= 5


def test_the_older_file_writes_the_headings_with_danish_letters(files):
    older = find(files, "Bitemporal")
    assert "byg026Opførelsesår" in older.columns
    assert "byg026Opfoerelsesaar" not in older.columns


def test_the_newest_version_is_headings_alone(files):
    stub = find(files, "BBR_V4")
    assert stub.count == 0
    assert list(stub.columns) == list(find(files, "V3_Bygning", "Current").columns)


@pytest.mark.parametrize(("layer", "entity"), [("etager", "_Etage_"), ("enheder", "_Enhed_")])
def test_storeys_and_units_are_those_of_the_named_layers(made, files, layer, entity):
    named, delivered = made.table(layer), find(files, entity)
    names = list(named.columns)
    assert rows(delivered, *names) == rows(named, *names)
