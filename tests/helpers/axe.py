"""axe-core, which looks for what keeps people from using a page: the file that AXE_CORE names, or a package's."""

import os
from importlib.util import find_spec
from pathlib import Path


def _found():
    if os.environ.get("AXE_CORE"):
        return Path(os.environ["AXE_CORE"])
    package = find_spec("axe_core_python")
    return Path(package.origin).parent / "axe.min.js" if package else None


AXE = _found()
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(
  (told) => done(told.violations.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}: ${node.failureSummary}`))),
  (error) => done([String(error)]));
"""


def findings(browser):
    """What axe-core has to say against the page as it stands, one line for each element."""
    if not browser.run("return typeof axe !== 'undefined'"):
        browser.run(AXE.read_text(encoding="utf-8") + "\nwindow.axe = axe;")
    return browser.run_async(RUN)
