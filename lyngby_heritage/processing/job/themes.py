"""Which layers of the main job's input the catalogue of themes knows."""

from ..inputs.catalogue import catalogue_of
from ..inputs.parameters import table_rows


def theme_names(names, algorithm, parameters, context):
    """Layer name → whether it is a theme: by the catalogue, or because THEMES says so."""
    catalogue = catalogue_of(algorithm, parameters, context)
    named = {layer for _, (layer, _) in table_rows(algorithm, parameters, "THEMES", context)}
    return {name: name in named or catalogue.recognise([name], ()) is not None for name in names}
