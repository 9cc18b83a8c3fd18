"""Lets LibreOffice open what the site exports: the only proof that it can be opened."""

from __future__ import annotations

import csv
import subprocess
from dataclasses import dataclass
from pathlib import Path

# Comma, double quote, UTF-8, all cells as shown, one file per sheet (-1 at the end).
_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@dataclass(frozen=True)
class Office:
    """LibreOffice without a screen, with a profile of its own."""

    programma: str
    profile: Path

    def convert(self, file: Path, file_format: str, naar: Path) -> None:
        """Convert a file into the folder ``naar``; fail when LibreOffice cannot open it."""
        command = [
            self.programma,
            f"-env:UserInstallation={self.profile.as_uri()}",
            "--headless",
            "--convert-to",
            file_format,
            "--outdir",
            str(naar),
            str(file),
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        # LibreOffice ends with status 0, too, when it could not read a file.
        assert done.returncode == 0, done.stderr
        assert any(naar.iterdir()), f"LibreOffice opent {file.name} niet: {done.stderr}"

    def sheets(self, file: Path, naar: Path) -> dict[str, list[list[str]]]:
        """Return the rows of each sheet of a spreadsheet, by the name of the sheet."""
        self.convert(file, _CSV, naar)
        before = f"{file.stem}-"
        return {
            pad.stem.removeprefix(before): list(
                csv.reader(pad.read_text(encoding="utf-8").splitlines(keepends=True))
            )
            for pad in naar.glob("*.csv")
        }
