"""Fields of layers that we write."""

import ast

from project_tools import ROOT


def test_a_field_of_a_type_is_made_here_alone():
    """QGIS before 3.38 takes no QMetaType: a QgsField made elsewhere works on the developer's machine only."""
    made = []
    for file in sorted((ROOT / "lyngby_heritage").rglob("*.py")):
        calls = (node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
        if any(getattr(call.func, "id", "") == "QgsField" and len(call.args) > 1 for call in calls):
            made.append(file.relative_to(ROOT / "lyngby_heritage").as_posix())
    assert made == ["processing/outputs/fields.py"]
