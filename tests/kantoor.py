"""Lets LibreOffice open what the site exports: the only proof that it can be opened."""

from __future__ import annotations

import csv
import subprocess
from dataclasses import dataclass
from pathlib import Path

# Comma, double quote, UTF-8, all cells as shown, one file per sheet (-1 at the end).
_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@dataclass(frozen=True)
class Kantoor:
    """LibreOffice without a screen, with a profile of its own."""

    programma: str
    profiel: Path

    def zet_om(self, bestand: Path, formaat: str, naar: Path) -> None:
        """Convert a file into the folder ``naar``; fail when LibreOffice cannot open it."""
        opdracht = [
            self.programma,
            f"-env:UserInstallation={self.profiel.as_uri()}",
            "--headless",
            "--convert-to",
            formaat,
            "--outdir",
            str(naar),
            str(bestand),
        ]
        gedaan = subprocess.run(opdracht, capture_output=True, text=True, timeout=120, check=False)
        # LibreOffice ends with status 0, too, when it could not read a file.
        assert gedaan.returncode == 0, gedaan.stderr
        assert any(naar.iterdir()), f"LibreOffice opent {bestand.name} niet: {gedaan.stderr}"

    def bladen(self, bestand: Path, naar: Path) -> dict[str, list[list[str]]]:
        """Return the rows of each sheet of a spreadsheet, by the name of the sheet."""
        self.zet_om(bestand, _CSV, naar)
        voor = f"{bestand.stem}-"
        return {
            pad.stem.removeprefix(voor): list(
                csv.reader(pad.read_text(encoding="utf-8").splitlines(keepends=True))
            )
            for pad in naar.glob("*.csv")
        }
