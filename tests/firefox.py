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
LUISTERT = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
"""What a started Firefox says, and Playwright waits for."""


def start(spel: Playwright, firefox: str, map_: Path) -> Browser:
    """Start the Firefox at a path without a window; a program that starts it comes in ``map_``."""
    programma = map_ / "firefox"
    opdracht = shlex.join([sys.executable, __file__, firefox])
    programma.write_text(f'#!/bin/sh\nexec {opdracht} "$@"\n', encoding="utf-8")
    programma.chmod(0o755)
    return spel.firefox.launch(channel="moz-firefox", executable_path=programma)


async def _geef_door(adres: str, playwright: ServerConnection) -> None:
    """Pass on what both sides say until one of them stops."""
    assert playwright.request is not None
    async with connect(adres + playwright.request.path, max_size=None) as firefox:

        async def heen() -> None:
            async for bericht in playwright:
                opdracht = json.loads(bericht)
                if opdracht["method"] == ONBEKEND:
                    antwoord = {"type": "success", "id": opdracht["id"], "result": {}}
                    await playwright.send(json.dumps(antwoord))
                else:
                    await firefox.send(bericht)

        async def terug() -> None:
            async for bericht in firefox:
                await playwright.send(bericht)

        taken = [asyncio.create_task(heen()), asyncio.create_task(terug())]
        _, bezig = await asyncio.wait(taken, return_when=asyncio.FIRST_COMPLETED)
        for taak in bezig:
            taak.cancel()


async def _luister(adres: str) -> str:
    """Begin to pass on; return the line that tells Playwright to come here."""
    server = await serve(partial(_geef_door, adres), "127.0.0.1", 0, max_size=None)
    poort = next(iter(server.sockets)).getsockname()[1]
    return f"WebDriver BiDi listening on ws://127.0.0.1:{poort}\n"


async def _draai(opdracht: list[str]) -> None:
    """Run Firefox and repeat what it says, with our own address for its own."""
    proces = await asyncio.create_subprocess_exec(*opdracht, stderr=asyncio.subprocess.PIPE)
    assert proces.stderr is not None
    async for ruw in proces.stderr:
        regel = ruw.decode()
        gevonden = LUISTERT.match(regel)
        sys.stderr.write(await _luister(gevonden[1]) if gevonden else regel)
        sys.stderr.flush()
    await proces.wait()


if __name__ == "__main__":
    asyncio.run(_draai(sys.argv[1:]))
