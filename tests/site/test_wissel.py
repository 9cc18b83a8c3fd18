"""A folder is replaced whole or not at all: killed, out of space, twice at once, or in error."""

from __future__ import annotations

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.site import wissel
from macros.site.wissel import SchijfVolFout, vervang

BESTANDEN, KEREN = 40, 100
MAKER = """
import sys
from pathlib import Path
from macros.site.wissel import vervang
doel, versie = Path(sys.argv[1]), sys.argv[2]
def maak(map_):
    for nummer in range({aantal}):
        pad = map_ / f"map{{nummer % 5}}" / f"{{nummer}}.txt"
        pad.parent.mkdir(exist_ok=True)
        pad.write_text(versie)
print("begint", flush=True)
vervang(doel, maak, lambda tekst: print(tekst, flush=True))
"""


def _maak(map_: Path, versie: str = "nieuw") -> None:
    (map_ / "a").mkdir()
    (map_ / "a/b.txt").write_text(versie)


def _meldingen() -> tuple[list[str], wissel.Melding]:
    gezegd: list[str] = []
    return gezegd, gezegd.append


def _start(doel: Path, versie: str) -> subprocess.Popen[str]:
    opdracht = [sys.executable, "-c", MAKER.format(aantal=BESTANDEN), str(doel), versie]
    return subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True)


def _versies(map_: Path) -> tuple[int, set[str]]:
    paden = [pad for pad in map_.rglob("*") if pad.is_file()]
    return len(paden), {pad.read_text() for pad in paden}


def test_what_is_made_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    gezegd, meld = _meldingen()
    doel = tmp_path / "site"
    vervang(doel, _maak, meld)
    (doel / "oud.txt").write_text("oud")
    vervang(doel, lambda map_: _maak(map_, "nieuwer"), meld)
    assert _versies(doel) == (1, {"nieuwer"})
    assert gezegd == []
    assert sorted(pad.name for pad in tmp_path.iterdir()) == [".site.slot", "site"]


def test_a_web_server_can_read_it_whatever_the_user_has_set(tmp_path: Path) -> None:
    doel = tmp_path / "site"
    vorige = os.umask(0o077)
    try:
        vervang(doel, _maak, print)
        assert os.umask(0o077) == 0o077
    finally:
        os.umask(vorige)
    paden = [doel, *sorted(doel.rglob("*"))]
    assert [oct(stat.S_IMODE(pad.stat().st_mode)) for pad in paden] == ["0o755", "0o755", "0o644"]


def test_a_kill_at_any_moment_leaves_a_whole_folder(tmp_path: Path) -> None:
    doel = tmp_path / "site"
    duur = _bouw_en_dood(doel, "-1", 60)
    kies = random.Random(16)  # noqa: S311 - moments, no secret
    gewisseld = 0
    for keer in range(KEREN):
        voor = _versies(doel)
        _bouw_en_dood(doel, str(keer), kies.uniform(0, 1.5 * duur))
        na = _versies(doel)
        assert na in (voor, (BESTANDEN, {str(keer)})), keer
        gewisseld += na != voor
    assert gewisseld, "each kill came too early to see a swap"
    assert gewisseld < KEREN, "each kill came too late"
    vervang(doel, _maak, print)
    assert sorted(pad.name for pad in tmp_path.iterdir()) == [".site.slot", "site"]


def _bouw_en_dood(doel: Path, versie: str, na: float) -> float:
    """Kill a build when so many seconds have passed; return how long it ran."""
    with _start(doel, versie) as bouw:
        assert bouw.stdout is not None
        bouw.stdout.readline()
        begonnen = time.monotonic()
        try:
            bouw.wait(timeout=na)
        except subprocess.TimeoutExpired:
            bouw.send_signal(signal.SIGKILL)
        return time.monotonic() - begonnen


def test_a_mistake_or_ctrl_c_leaves_the_old_one_and_nothing_beside_it(tmp_path: Path) -> None:
    doel = tmp_path / "site"
    vervang(doel, _maak, print)
    for fout in (ValueError, KeyboardInterrupt, SystemExit):

        def stop(map_: Path, fout: type[BaseException] = fout) -> None:
            (map_ / "half.txt").write_text("half")
            raise fout

        with pytest.raises(fout):
            vervang(doel, stop, print)
        assert _versies(doel) == (1, {"nieuw"})
        assert not (tmp_path / ".site.nieuw").exists()


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    doel = tmp_path / "site"
    vervang(doel, _maak, print)

    def vol(map_: Path) -> None:
        (map_ / "half.txt").write_text("half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(SchijfVolFout, match=r"^[^\n]*De schijf is vol. site/ is niet veranderd"):
        vervang(doel, vol, print)
    assert _versies(doel) == (1, {"nieuw"})

    def anders(map_: Path) -> None:
        raise PermissionError(errno.EACCES, str(map_))

    with pytest.raises(PermissionError):  # not taken for a full disk
        vervang(doel, anders, print)


def test_two_at_once_wait_for_each_other_and_say_so(tmp_path: Path) -> None:
    doel = tmp_path / "site"
    andere: list[subprocess.Popen[str]] = []

    def traag(map_: Path) -> None:
        bouw = _start(doel, "tweede")
        andere.append(bouw)
        assert bouw.stdout is not None
        assert bouw.stdout.readline() == "begint\n"
        assert "bezig met site/; deze wacht" in bouw.stdout.readline()
        _maak(map_, "eerste")

    vervang(doel, traag, print)
    (bouw,) = andere
    assert bouw.wait(timeout=60) == 0
    assert bouw.stdout is not None
    bouw.stdout.close()
    assert _versies(doel) == (BESTANDEN, {"tweede"})


def test_what_comes_out_the_same_keeps_its_date(tmp_path: Path) -> None:
    doel = tmp_path / "site"

    def maak(map_: Path) -> None:
        (map_ / "zelfde.txt").write_text("zelfde")
        (map_ / "anders.txt").write_text(str(time.monotonic_ns()))

    vervang(doel, maak, print)
    for pad in doel.iterdir():
        os.utime(pad, (1, 1))
    vervang(doel, maak, print)
    assert (doel / "zelfde.txt").stat().st_mtime == 1
    assert (doel / "anders.txt").stat().st_mtime > 1


def test_where_a_disk_cannot_swap_in_one_step_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezegd, meld = _meldingen()
    doel = tmp_path / "site"
    vervang(doel, _maak, meld)
    monkeypatch.setattr(wissel, "_WISSEL", 1 << 30)  # no such flag: EINVAL
    vervang(doel, lambda map_: _maak(map_, "nieuwer"), meld)
    assert _versies(doel) == (1, {"nieuwer"})
    assert gezegd == ["Dit bestandssysteem wisselt niet in één stap; site/ is even weg."]
    assert sorted(pad.name for pad in tmp_path.iterdir()) == [".site.slot", "site"]
