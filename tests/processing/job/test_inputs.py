"""The layers of the main job's input, with all that they are recognised by."""

from builders import square
from conftest import write_layer

from lyngby_heritage.core.plan.layers import sort_layers
from lyngby_heritage.processing.job.inputs import layers_of

PLANS = ("planid:int", "plannr:text", "plannavn:text", "komnr:int", "bebygpct:int", "plantype:text")
ROWS = [(square(0), 1, "1", "x", 173, 30, "20.1"), (square(20), 2, "2", "y", 173, None, None)]


def roles(path):
    found = sort_layers(layers_of(str(path)), {})
    return {role: layer.name for role, layer in found.layers.items()}


def test_geometry_and_telling_values_are_seen(qgis_app, tmp_path):
    write_layer(tmp_path / "planer.gpkg", "Export_Output", ROWS, PLANS)
    (layer,) = layers_of(str(tmp_path / "planer.gpkg"))
    assert (layer.geometry, layer.values) == ("polygon", {"plantype": ["20.1"]})
    assert layer.names == ("Export_Output", "planer")
    assert roles(tmp_path) == {"lokalplaner": "Export_Output"}


def test_a_file_rightly_named_whose_only_layer_has_another_name(qgis_app, tmp_path):
    """As QGIS exports it, or as a service called it."""
    house = ("bbruuid:text",)
    write_layer(tmp_path / "geodanmark_bygning.gpkg", "Bygninger_med_kaelder", [(square(0), "a")], house)
    write_layer(tmp_path / "lokalplaner.gpkg", "theme_pdk_lokalplan_vedtaget_v", ROWS, PLANS)
    assert roles(tmp_path) == {
        "geodanmark_bygning": "Bygninger_med_kaelder",
        "lokalplaner": "theme_pdk_lokalplan_vedtaget_v",
    }


def test_a_file_of_several_layers_lends_none_its_name(qgis_app, tmp_path):
    for name in ("et", "to"):
        write_layer(tmp_path / "zoner.gpkg", name, [(square(0), 1)], ("nr:int",))
    assert [layer.names for layer in layers_of(str(tmp_path))] == [("et",), ("to",)]
    assert roles(tmp_path) == {}
