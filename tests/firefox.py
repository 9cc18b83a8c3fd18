"""Starts a Firefox as it is shipped, driven by Playwright over WebDriver BiDi.

Playwright's own Firefox is a changed one that no Debian package holds. It can drive the real one,
but asks on every start for a command that Firefox ESR 153 does not know yet (emulation of the
colour scheme). So this file, run as a program, stands between the two: it passes everything on and
answers that one itself. No test in Firefox asks for a colour scheme. Once ESR knows the command,
this relay can go.
"""

from __future__ import annotations

import asyncio
import json
import re
import shlex
import sys
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Playwright
from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve

ONBEKEND = "emulation.setMediaFeaturesOverride"
"""The command that Firefox does not know."""
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
"""What a started Firefox says, and Playwright waits for."""


def start(browser_driver: Playwright, firefox: str, folder: Path) -> Browser:
    """Start the Firefox at a path without a window; its starter comes in ``folder``."""
    programma = folder / "firefox"
    command = shlex.join([sys.executable, __file__, firefox])
    programma.write_text(f'#!/bin/sh\nexec {command} "$@"\n', encoding="utf-8")
    programma.chmod(0o755)
    return browser_driver.firefox.launch(channel="moz-firefox", executable_path=programma)


async def _pass_on(adres: str, playwright: ServerConnection) -> None:
    """Pass on what both sides say until one of them stops."""
    assert playwright.request is not None
    async with connect(adres + playwright.request.path, max_size=None) as firefox:

        async def forth() -> None:
            async for entry in playwright:
                command = json.loads(entry)
                if command["method"] == ONBEKEND:
                    antwoord = {"type": "success", "id": command["id"], "result": {}}
                    await playwright.send(json.dumps(antwoord))
                else:
                    await firefox.send(entry)

        async def back() -> None:
            async for entry in firefox:
                await playwright.send(entry)

        tasks = [asyncio.create_task(forth()), asyncio.create_task(back())]
        _, busy = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in busy:
            task.cancel()


async def _listen(adres: str) -> str:
    """Begin to pass on; return the line that tells Playwright to come here."""
    server = await serve(partial(_pass_on, adres), "127.0.0.1", 0, max_size=None)
    poort = next(iter(server.sockets)).getsockname()[1]
    return f"WebDriver BiDi listening on ws://127.0.0.1:{poort}\n"


async def _run(command: list[str]) -> None:
    """Run Firefox and repeat what it says, with our own address for its own."""
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    assert process.stderr is not None
    async for raw_block in process.stderr:
        regel = raw_block.decode()
        found = LISTENING.match(regel)
        sys.stderr.write(await _listen(found[1]) if found else regel)
        sys.stderr.flush()
    await process.wait()


if __name__ == "__main__":
    asyncio.run(_run(sys.argv[1:]))
