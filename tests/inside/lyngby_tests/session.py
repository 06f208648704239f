"""One session of pytest and its record: what became of each test, line by line, so that a crash leaves what was known.

`python3 -m lyngby_tests.session RECORD ARGUMENT…` is a session in plain Python; inside qgis_process the plugin calls
`main`. The record is a file of JSON lines: a test that started, a test that is done with its outcome, and at the end
pytest's exit status.
"""

import json
import sys

import pytest

inside_qgis = False
"""Whether this Python is the one in qgis_process."""
real_start = False
"""Whether the test that runs now asks for the real program (`pytest.mark.real_start`)."""


class Recorder:
    """A plugin of pytest that writes the record."""

    def __init__(self, path):
        self.path = path
        self.outcomes = {}
        self.seconds = 0.0

    def write(self, **line):
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

    def pytest_collectreport(self, report):
        if report.outcome != "passed":  # a file that cannot be imported, or that skips itself as a whole
            self.write(done=report.nodeid, outcome=report.outcome)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item):
        self.outcomes[item.nodeid] = "passed"
        self.seconds = 0.0
        self.write(started=item.nodeid, file=str(item.path))

    def pytest_runtest_logreport(self, report):
        self.seconds += report.duration
        if report.outcome != "passed" and self.outcomes[report.nodeid] != "failed":
            self.outcomes[report.nodeid] = report.outcome

    def pytest_runtest_logfinish(self, nodeid):
        self.write(done=nodeid, outcome=self.outcomes.pop(nodeid), seconds=round(self.seconds, 2))

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, exitstatus):
        self.write(exit=int(exitstatus))


def main(record, arguments):
    """Run pytest with these arguments; its exit status."""
    return int(pytest.main(arguments, plugins=[Recorder(record)]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
