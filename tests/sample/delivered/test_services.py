"""Files of the services: under names that are recognised as what they are, and proposals that do not apply."""

import pytest

from lyngby_heritage.core.landscape.catalogue import built_in
from lyngby_heritage.core.registers.recognition import Header, recognise
from lyngby_heritage.sample.delivered.services import (
    fbb_files,
    monument_files,
    own_files,
    plandata_files,
    portal_files,
)
from lyngby_heritage.sample.municipality import make_municipality

KINDS = {"Point": "point", "MultiPolygon": "polygon", "None": "none"}


@pytest.fixture(scope="module")
def made():
    return make_municipality(60, 173)


@pytest.fixture(scope="module")
def tables(made):
    files = [*plandata_files(made), *fbb_files(made), *portal_files(made), *monument_files(made), *own_files(made)]
    return [table for file in files for table in file.tables]


def verdict(table):
    return recognise(Header((table.name,), tuple(table.columns), KINDS[table.geometry_type]))


def test_each_role_of_the_named_layers_is_recognised(tables):
    roles = {found.role for found in map(verdict, tables) if found.state is None}
    assert roles >= {"zoner", "lokalplaner", "delomraader", "zonekort", "fbb", "to_etager", "beslutninger"}


def test_proposals_are_recognised_as_such(tables):
    proposals = next(one for one in tables if one.name == "theme_pdk_lokalplan_forslag_v")
    found = verdict(proposals)
    assert (found.role, found.state) == ("lokalplaner", "forslag")
    assert set(proposals.columns["status"]) == {"F"}


def test_proposals_would_allow_something_else(made, tables):
    proposals = next(one for one in tables if one.name == "theme_pdk_lokalplan_forslag_v")
    plans = made.table("lokalplaner")
    assert list(proposals.columns) == list(plans.columns)
    assert proposals.columns["bebygpct"].tolist() == [60, 45]
    assert 60 not in plans.columns["bebygpct"].tolist()
    assert (proposals.geometry == plans.geometry[:2]).all()


def test_every_theme_of_the_named_layers_is_delivered_under_its_name(made, tables):
    catalogue = built_in()
    named = {one.name for one in made.tables if catalogue.recognise([one.name], ()) is not None}
    assert len(named) > 15
    assert named <= {one.name for one in tables}


def test_no_name_of_the_shapefile_is_cut(made):
    nature = portal_files(made)[0]
    assert nature.path.endswith("/BES_NATURTYPER_SHAPE.zip")
    assert all(len(name) <= 10 for name in nature.tables[0].columns)
