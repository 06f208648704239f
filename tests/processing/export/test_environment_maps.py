"""The picture of a proposed environment: the names on it leave its houses to be seen."""

import numpy as np
import pytest
import shapely
from plan_builders import building, environments, plan_of
from qgis.core import QgsCoordinateReferenceSystem, QgsMapRendererSequentialJob, QgsMapSettings
from qgis.PyQt.QtCore import QSize

from lyngby_heritage.processing.export import environment_maps as maps


def drawn(monkeypatch, plan):
    """What the picture of the first environment writes where, as (text, shape)."""
    asked = []
    monkeypatch.setattr(maps, "render_map", lambda *given: asked.append(given) or b"")
    monkeypatch.setattr(maps, "_with_legend", lambda picture, entries: picture)
    list(maps.environment_maps(plan, [0], QgsCoordinateReferenceSystem("EPSG:25832"), lambda: None))
    ((outline, extent, wide, tall, layers),) = asked
    settings = QgsMapSettings()
    settings.setLayers([outline, *layers])
    settings.setDestinationCrs(outline.crs())
    settings.setOutputSize(QSize(wide, tall))
    settings.setOutputDpi(220)
    settings.setExtent(extent)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return [
        (one.labelText, shapely.from_wkt(one.labelGeometry.asWkt())) for one in job.takeLabelingResults().allLabels()
    ]


@pytest.mark.parametrize(("right", "up"), [(18, 0), (0, 18)])
def test_the_name_of_a_street_with_houses_on_one_side_stands_beside_them(monkeypatch, right, up):
    """The line through their addresses runs over the houses that the paper is about."""
    rows = [building(right * i, up * i, address=f"Lervangen {2 * i + 1}", yes=True) for i in range(6)]
    shape = shapely.box(-8, -8, right * 5 + 8, up * 5 + 8)
    plan = plan_of(*rows, environments=environments((1, "Lervangen 1-11", 0, 10)), environment_of=np.zeros(6, int))
    plan.environments.geometries[0] = shape
    found = drawn(monkeypatch, plan)
    houses = shapely.union_all(plan.buildings.geometries)
    (name,) = (shape for text, shape in found if text == "Lervangen")
    assert shapely.intersection(name, houses).area < 0.02 * name.area
    assert {text for text, _ in found} == {"Lervangen", "1", "3", "5", "7", "9", "11"}
    assert "Tallene er husnumre, hvor der er plads;" in maps.NOTE
