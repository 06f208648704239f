"""A website behind a plain file server, and a browser that has loaded it."""

import functools
import http.server
import threading
import time

from lyngby_heritage.core.web import write_site


class Server:
    """A plain file server on one folder, which remembers what it was asked for."""

    def __init__(self, folder):
        asked = self.asked = []

        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_request(self, code="-", size="-"):
                asked.append((self.path, int(code)))

            def log_message(self, *_):
                pass

        handler = functools.partial(Handler, directory=folder)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/index.html"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def page(self, name):
        """The address of another page."""
        return self.address.replace("index.html", name)

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def served(site, folder):
    write_site(folder, site)
    server = Server(folder)
    yield server
    server.close()


def visit(browser, server, hash_=""):
    """Load the page anew and wait until it, with its outlines, is there."""
    browser.open("about:blank")
    browser.messages()
    browser.open((server if isinstance(server, str) else server.address) + hash_)
    held = getattr(browser, "held", None)
    if held:  # a page that is loaded has the size again that the browser was opened with
        turned(browser, *held)
        browser.until("return innerWidth === arguments[0]", held[0])
    settled(browser)
    return browser


def settled(browser):
    """Wait until the outlines are there and the map stands still."""
    browser.until("return document.documentElement.dataset.footprints && Heritage.map.idle()")
    before = None
    while before != (before := browser.run("return String(Heritage.map.leaflet.getBounds().toBBoxString())")):
        time.sleep(0.1)


def turned(phone, width, height):
    """Hold a phone so that its screen has this size, for the page that is there and those that are visited later."""
    phone.held = (width, height)
    metrics = {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": True}
    phone.devtools("Emulation.setDeviceMetricsOverride", metrics)
