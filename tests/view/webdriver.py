"""A real browser, driven through chromedriver by plain HTTP (W3C WebDriver)."""

from __future__ import annotations

import base64
import contextlib
import json
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OPTIONS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--force-prefers-reduced-motion",
    "--window-size=1300,900",
]
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


def browser() -> tuple[str, str] | None:
    """Give the programs of Chromium and its driver, if both are installed."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    return (chromium, driver) if chromium and driver else None


class Page:
    """A tab of the browser."""

    def __init__(self, session: str) -> None:
        self._session = session

    def _call(self, path: str, **body: Any) -> Any:
        return _post(f"{self._session}/{path}", body)

    def open(self, path: Path) -> None:
        self._call("url", url=path.as_uri())

    def run(self, script: str, *arguments: Any) -> Any:
        """Run the body of a function; it survives the page's own security policy."""
        return self._call("execute/sync", script=script, args=list(arguments))

    def find(self, selector: str) -> str:
        return str(self._call("element", using="css selector", value=selector)[ELEMENT])

    def click(self, selector: str) -> None:
        self._call(f"element/{self.find(selector)}/click")

    def type(self, selector: str, text: str) -> None:
        self._call(f"element/{self.find(selector)}/value", text=text)

    def hover(self, selector: str) -> None:
        origin = {ELEMENT: self.find(selector)}
        move = {"type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": origin}
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": [move]}
        self._call("actions", actions=[mouse])

    def screenshot(self, path: Path) -> None:
        with urllib.request.urlopen(f"{self._session}/screenshot", timeout=60) as answer:
            path.write_bytes(base64.b64decode(json.load(answer)["value"]))


def _post(url: str, body: dict[str, Any]) -> Any:
    request = urllib.request.Request(
        url, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["value"]


def _port(line: str) -> int:
    """Read the port off the line with which the driver greets."""
    return int(line.rstrip(". \n").rsplit(" ", 1)[1])


@contextlib.contextmanager
def tab(programs: tuple[str, str], *more: str) -> Iterator[Page]:
    """Open a browser and close it again, driver and all."""
    chromium, driver = programs
    process = subprocess.Popen([driver, "--port=0"], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = next(line for line in process.stdout if "started successfully on port" in line)
        base = f"http://127.0.0.1:{_port(line)}/session"
        options = {"binary": chromium, "args": [*OPTIONS, *more]}
        capabilities = {
            "capabilities": {
                "alwaysMatch": {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
            }
        }
        session = f"{base}/{_post(base, capabilities)['sessionId']}"
        try:
            yield Page(session)
        finally:
            urllib.request.urlopen(urllib.request.Request(session, method="DELETE"), timeout=60).close()
    finally:
        process.terminate()
        process.wait(20)
        if process.stdout is not None:
            process.stdout.close()
