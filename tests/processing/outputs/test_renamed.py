"""The newer name is called where QGIS has it, the older where it has not: no QGIS here has both ends."""

from types import SimpleNamespace

import pytest

from lyngby_heritage.processing.outputs import renamed


class Older:
    """Notes what it is asked, as a QGIS before the renaming would answer it."""

    def __init__(self):
        self.calls = []

    def saveStyleToDatabase(self, *arguments):  # noqa: N802 - QGIS's name
        self.calls.append(("saveStyleToDatabase", *arguments))
        return "no such table"

    def setFlag(self, *arguments):  # noqa: N802 - QGIS's name
        self.calls.append(("setFlag", *arguments))

    def setSegmentSizeMode(self, *arguments):  # noqa: N802 - QGIS's name
        self.calls.append(("setSegmentSizeMode", *arguments))


class Newer(Older):
    def saveStyleToDatabaseV2(self, *arguments):  # noqa: N802 - QGIS's name
        self.calls.append(("saveStyleToDatabaseV2", *arguments))
        return SimpleNamespace(value=2), "disk full"

    def setRasterizedRenderingPolicy(self, *arguments):  # noqa: N802 - QGIS's name
        self.calls.append(("setRasterizedRenderingPolicy", *arguments))


@pytest.mark.parametrize(
    ("layer", "asked", "problem"),
    [(Older(), "saveStyleToDatabase", "no such table"), (Newer(), "saveStyleToDatabaseV2", "disk full")],
)
def test_a_style_is_stored_as_the_default(layer, asked, problem):
    assert renamed.store_default_style(layer, "bygninger", "Bygninger") == problem
    assert layer.calls == [(asked, "bygninger", "Bygninger", True, "")]


@pytest.mark.parametrize(
    ("qgis", "expected"),
    [
        (SimpleNamespace(), ("setFlag", "force", True)),
        (
            SimpleNamespace(RasterizedRenderingPolicy=SimpleNamespace(ForceVector="policy")),
            ("setRasterizedRenderingPolicy", "policy"),
        ),
    ],
)
def test_a_layout_is_drawn_as_lines(monkeypatch, qgis, expected):
    monkeypatch.setattr(renamed, "Qgis", qgis)
    flags = SimpleNamespace(Flag=SimpleNamespace(FlagForceVectorOutput="force"))
    monkeypatch.setattr(renamed, "QgsLayoutRenderContext", flags)
    context = Newer()
    renamed.draw_as_vectors(context)
    assert context.calls == [expected]


@pytest.mark.parametrize(
    ("qgis", "expected"),
    [
        (SimpleNamespace(), "older"),
        (SimpleNamespace(ScaleBarSegmentSizeMode=SimpleNamespace(FitWidth="newer")), "newer"),
    ],
)
def test_a_scale_bar_fits(monkeypatch, qgis, expected):
    monkeypatch.setattr(renamed, "Qgis", qgis)
    monkeypatch.setattr(renamed, "QgsScaleBarSettings", SimpleNamespace(SegmentSizeFitWidth="older"))
    bar = Older()
    renamed.fit_segments(bar)
    assert bar.calls == [("setSegmentSizeMode", expected)]
