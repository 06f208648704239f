"""Which layers of the main job's input the catalogue of themes knows."""

from pathlib import Path


def theme_names(names, algorithm, parameters, context):
    """Layer name → whether it is a theme: by the catalogue, or because THEMES says so."""
    from ...core.themes import built_in, read_catalogue

    path = algorithm.parameterAsFile(parameters, "CATALOGUE", context)
    catalogue = read_catalogue(Path(path).read_text(encoding="utf-8"), Path(path).name) if path else built_in()
    named = set()
    if parameters.get("THEMES") not in (None, ""):
        named = set(algorithm.parameterAsMatrix(parameters, "THEMES", context)[::2])
    return {name: name in named or catalogue.recognise([name], ()) is not None for name in names}
