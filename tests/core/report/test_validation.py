"""The report on the fitness of data: counts that agree with the findings, and no markup from the data."""

from layers_of import at, found, layer

from lyngby_heritage.core.report.content import Input
from lyngby_heritage.core.report.validation import SHOWN, ValidationReport, render


def page(*layers):
    inputs = tuple(Input(one.role, one.name, len(one), "EPSG:25832") for one in layers)
    parameters = (("MUNICIPALITY", "Kommunekode", "0173"),)
    report = ValidationReport("Datatjek", inputs, parameters, (("QGIS", "3.40"),), "1.1.2026 kl. 10.00", None)
    return render(report, found(*layers), {"BUILDINGS": "Bygninger"})


def houses(count, **values):
    return layer("BUILDINGS", *({"bygning_id": f"h{n}", "wkt": at(20 * n), **values} for n in range(count)))


def test_the_lead_says_what_must_be_done():
    assert "<strong>3</strong> fejl, som skal rettes" in page(houses(3, save_vaerdi=12))
    assert "ingen fejl, men <strong>1</strong> forhold" in page(houses(1, opfoerelsesaar=193))
    assert "intet, som bør kontrolleres" in page(houses(1))


def test_a_rule_with_many_findings_shows_the_first_and_counts_the_rest():
    text = page(houses(SHOWN + 3, save_vaerdi=12))
    assert text.count("SAVE-værdien er 12") == SHOWN
    assert "og 3 til" in text


def test_a_finding_on_the_whole_layer_is_called_so():
    assert "hele laget" in page(houses(1))


def test_what_stands_in_the_data_is_no_markup():
    text = page(houses(1, save_vaerdi="<script>alert(1)</script>"))
    assert "<script>" not in text
    assert "&lt;script&gt;" in text
