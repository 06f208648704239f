"""Rules on buildings across boundaries: nobody is said to be another owner whom the layer does not name."""

from layers_of import at, found, layer


def crossing(**owners):
    """A house with 40 m² of its 100 on the second of two plots."""
    plots = [{"matrikelnummer": number, "wkt": at(x, 0, 20)} for number, x in (("1a", 0), ("1b", 20))]
    for plot, values in zip(plots, zip(*owners.values())):
        plot.update(zip(owners, values))
    house = layer("BUILDINGS", {"bygning_id": "h", "wkt": at(14)})
    return [one.text for one in found(house, layer("PARCELS", *plots), rule="bygning_over_skel")]


def test_two_properties_are_two_where_the_parcels_say_so():
    (told,) = crossing(ejendom_id=("7", "8"), ejerlavsnavn=("Testlav", "Testlav"))
    said = (
        "40 m² (40 %) af bygningen ligger på matr.nr. 1b Testlav, resten på matr.nr. 1a Testlav, og det er ikke samme"
    )
    assert f"{said} ejendom." in told
    assert crossing(ejendom_id=("7", "7")) == []


def test_without_a_property_field_it_is_said_that_nobody_knows():
    (told,) = crossing()
    assert "resten på matr.nr. 1a [ejerlav ikke oplyst], og laget siger ikke, om det er samme ejendom." in told
