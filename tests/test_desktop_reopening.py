"""Layers that a thread beside QGIS's window opens again stay known to Python, which a clone would not."""

import pytest
from builders import square
from conftest import write_layer
from desktop import MARKS, run_in_qgis

pytestmark = MARKS
ROUNDS, KEPT = 300, 20
WORK = """
from qgis.core import QgsTask
from qgis.PyQt import sip
from lyngby_heritage.processing.inputs.reopening import ask_provider, held_in_memory, opened_again

LOST = {"of_file": 0, "in_memory": 0, "provider": 0}


class Beside(QgsTask):
    over = False

    def run(self):
        try:
            of_file = QgsVectorLayer(GIVEN["file"], "Grunde", "ogr")
            in_memory = held_in_memory(of_file)
            for name, layer in (("of_file", of_file), ("in_memory", in_memory)):
                made = []
                for number in range(GIVEN["rounds"]):
                    made.append(opened_again(layer))
                    made[-1].selectAll()
                    LOST["provider"] += ask_provider(made[-1], lambda provider: provider.featureCount()) < 1
                    if len(made) > GIVEN["kept"]:
                        LOST[name] += sip.isdeleted(made.pop(number % GIVEN["kept"]))
        except Exception:
            SEEN["error_beside"] = traceback.format_exc()
        self.over = True
        return True


def work():
    beside = Beside("beside")
    QgsApplication.taskManager().addTask(beside)
    while not beside.over:
        time.sleep(0.05)  # a window that is busy hears late of what is gone
        QCoreApplication.processEvents()
    SEEN["lost"] = LOST
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    folder = tmp_path_factory.mktemp("igen")
    write_layer(folder / "grunde.gpkg", "grunde", [(square(719_000 + 20 * one, 6_188_000, 20),) for one in range(6)])
    given = {"file": str(folder / "grunde.gpkg"), "rounds": ROUNDS, "kept": KEPT}
    return run_in_qgis(folder, WORK, given, seconds=120)


def test_none_is_taken_for_deleted(seen):
    assert "error_beside" not in seen, seen["error_beside"]
    assert seen["lost"] == {"of_file": 0, "in_memory": 0, "provider": 0}
