"""A browser that a test drives: headless Chromium through chromedriver, as the W3C WebDriver standard has it."""

import base64
import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Down": "\ue015", "Up": "\ue013", "Right": "\ue014"}
KEYS |= {"Left": "\ue012", "Space": "\ue00d", "Shift": "\ue008"}


class RedrawnError(AssertionError):
    """The page took the element away after it was found, as a list of suggestions does with each letter typed."""


class Browser:
    """One browser with one window. Use as a context."""

    def __init__(self, profile, width=1440, height=900, phone=False, proxy=None):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.driver = subprocess.Popen(
            [DRIVER, f"--port={port}"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.base = f"http://127.0.0.1:{port}"
        arguments = [
            *("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
            *("--disable-component-update", "--disable-sync", f"--user-data-dir={profile}"),
            f"--window-size={width},{height}",
        ]
        if proxy:
            arguments += [f"--proxy-server={proxy}", "--proxy-bypass-list=127.0.0.1"]
        options = {"binary": CHROMIUM, "args": arguments}
        if phone:
            options["mobileEmulation"] = {
                "deviceMetrics": {"width": width, "height": height, "pixelRatio": 2, "touch": True},
                "userAgent": "Mozilla/5.0 (Linux; Android 13) Mobile",
            }
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        self.session = ""
        try:
            self._await_driver()
            session = self._call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        except BaseException:
            self.driver.kill()
            raise
        self.session = f"/session/{session['sessionId']}"
        if not phone:
            self.resize(width, height)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self._call("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait(10)

    def _await_driver(self):
        for _ in range(100):
            try:
                if self._call("GET", "/status")["ready"]:
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("chromedriver does not answer")

    def _call(self, method, path, body=None):
        data = None if method != "POST" else json.dumps(body or {}).encode()
        request = urllib.request.Request(self.base + self.session + path, data, method=method)
        request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            told = json.load(error)["value"]
            refused = RedrawnError if told["error"] == "stale element reference" else AssertionError
            raise refused(told["message"]) from error

    def resize(self, width, height):
        """Make the page itself so large; in a window a frame would be taken off."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.devtools("Emulation.setDeviceMetricsOverride", metrics)

    def devtools(self, command, parameters):
        return self._call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def open(self, address):
        self._call("POST", "/url", {"url": address})

    def run(self, script, *arguments):
        """What the script returns: it runs as the body of a function, past the page's own rules for scripts."""
        return self._call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def run_async(self, script, *arguments):
        """The same for a script that calls its last argument when it is done."""
        return self._call("POST", "/execute/async", {"script": script, "args": list(arguments)})

    def until(self, script, *arguments, seconds=20):
        """Wait until the script returns something true, and return that."""
        last = time.monotonic() + seconds
        while True:
            found = self.run(script, *arguments)
            if found:
                return found
            if time.monotonic() > last:
                raise AssertionError(f"never became true: {script}")
            time.sleep(0.03)

    def click(self, selector):
        """Press what the selector finds; what the page draws anew between look and press is looked for again."""
        for last in (False, False, True):
            found = self._call("POST", "/element", {"using": "css selector", "value": selector})
            try:
                self._call("POST", f"/element/{found[ELEMENT]}/click")
                return
            except RedrawnError:
                if last:
                    raise

    def keys(self, *keys):
        """Press and let go each key in turn, as a person does; 'Shift+Tab' and plain texts are understood too."""
        actions = []
        for key in keys:
            held = [KEYS["Shift"]] if key.startswith("Shift+") else []
            name = key.removeprefix("Shift+")
            actions += [{"type": "keyDown", "value": each} for each in held]
            for character in [KEYS[name]] if name in KEYS else name:
                actions += [{"type": "keyDown", "value": character}, {"type": "keyUp", "value": character}]
            actions += [{"type": "keyUp", "value": each} for each in held]
        self._call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def point(self, x, y, press=True, drag=None, kind="mouse"):
        """Move the pointer to a place on the page, and press there; `drag` is where it is let go."""
        moves = [{"type": "pointerMove", "duration": 0, "x": round(x), "y": round(y)}]
        if press:
            moves.append({"type": "pointerDown", "button": 0})
            if drag:
                moves.append({"type": "pointerMove", "duration": 250, "x": round(drag[0]), "y": round(drag[1])})
            moves.append({"type": "pointerUp", "button": 0})
        pointer = {"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": moves}
        self._call("POST", "/actions", {"actions": [pointer]})

    def screenshot(self, path):
        path.write_bytes(base64.b64decode(self._call("GET", "/screenshot")))

    def messages(self):
        """What the page has said in the console since it was last asked: warnings and errors."""
        said = self._call("POST", "/se/log", {"type": "browser"})
        return [each["message"] for each in said if each["level"] in ("WARNING", "SEVERE")]
