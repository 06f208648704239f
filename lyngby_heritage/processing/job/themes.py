"""Which layers of the main job's input the catalogue of themes knows."""

from ..catalogue import catalogue_of


def theme_names(names, algorithm, parameters, context):
    """Layer name → whether it is a theme: by the catalogue, or because THEMES says so."""
    catalogue = catalogue_of(algorithm, parameters, context)
    named = set()
    if parameters.get("THEMES") not in (None, ""):
        named = set(algorithm.parameterAsMatrix(parameters, "THEMES", context)[::2])
    return {name: name in named or catalogue.recognise([name], ()) is not None for name in names}
