"""A folder is replaced whole or not at all: killed, out of space, twice at once, or in error."""

from __future__ import annotations

import errno
import os
import random
import stat
import subprocess
import sys
import time
from pathlib import Path
from subprocess import PIPE

import pytest

from macros.site import wissel
from macros.site.wissel import DiskFullError, replace

FILES, TIMES = 40, 100
MAKER = """
import sys
from pathlib import Path
from macros.site.wissel import replace
target, version = Path(sys.argv[1]), sys.argv[2]
def make(folder):
    for number in range({aantal}):
        path = folder / f"map{{number % 5}}" / f"{{number}}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(version)
"""
ONCE = """
print("begint", flush=True)
replace(target, make, lambda text: print(text, flush=True))
"""
# Starting Python takes longer than what is killed: so one begins them all, each as a child of its
# own that ends, without a word, when its time is up.
KILLER = """
import os, signal, time
def build(version, after):
    begin, child = time.monotonic(), os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_REAL, after)
        replace(target, make, lambda text: print(text, flush=True))
        os._exit(0)
    os.waitpid(child, 0)
    return time.monotonic() - begin
for line in sys.stdin:
    version, after = line.split()
    print(build(version, float(after)), flush=True)
"""


def _create(folder: Path, versie: str = "nieuw") -> None:
    (folder / "a").mkdir()
    (folder / "a/b.txt").write_text(versie)


def _messages() -> tuple[list[str], wissel.Message]:
    said: list[str] = []
    return said, said.append


def _start(doel: Path, versie: str, what: str = ONCE) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", MAKER.format(aantal=FILES) + what, str(doel), versie]
    return subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True)


def _versies(folder: Path) -> tuple[int, set[str]]:
    paths = [pad for pad in folder.rglob("*") if pad.is_file()]
    return len(paths), {pad.read_text() for pad in paths}


def test_what_is_made_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    said, claim = _messages()
    doel = tmp_path / "site"
    replace(doel, _create, claim)
    (doel / "oud.txt").write_text("oud")
    replace(doel, lambda folder: _create(folder, "nieuwer"), claim)
    assert _versies(doel) == (1, {"nieuwer"})
    assert said == []
    assert sorted(pad.name for pad in tmp_path.iterdir()) == [".site.slot", "site"]


def test_a_web_server_can_read_it_whatever_the_user_has_set(tmp_path: Path) -> None:
    doel = tmp_path / "site"
    previous = os.umask(0o077)
    try:
        replace(doel, _create, print)
        assert os.umask(0o077) == 0o077
    finally:
        os.umask(previous)
    paths = [doel, *sorted(doel.rglob("*"))]
    assert [oct(stat.S_IMODE(pad.stat().st_mode)) for pad in paths] == ["0o755", "0o755", "0o644"]


def test_a_kill_at_any_moment_leaves_a_whole_folder(tmp_path: Path) -> None:
    doel = tmp_path / "site"
    choose = random.Random(16)  # noqa: S311 - moments, no secret
    gewisseld = 0
    with _start(doel, "", KILLER) as killer:
        duur = _build_and_dead(killer, "-1", 60)
        assert _versies(doel) == (FILES, {"-1"})
        for nth in range(TIMES):
            before = _versies(doel)
            _build_and_dead(killer, str(nth), choose.uniform(0.0001, 1.5 * duur))
            after = _versies(doel)
            assert after in (before, (FILES, {str(nth)})), nth
            gewisseld += after != before
    assert gewisseld, "each kill came too early to see a swap"
    assert gewisseld < TIMES, "each kill came too late"
    replace(doel, _create, print)
    assert sorted(pad.name for pad in tmp_path.iterdir()) == [".site.slot", "site"]


def _build_and_dead(killer: subprocess.Popen[str], versie: str, after: float) -> float:
    """Have a build killed when so many seconds have passed; return how long it ran."""
    assert killer.stdin is not None
    assert killer.stdout is not None
    killer.stdin.write(f"{versie} {after}\n")
    killer.stdin.flush()
    return float(killer.stdout.readline())


def test_a_mistake_or_ctrl_c_leaves_the_old_one_and_nothing_beside_it(tmp_path: Path) -> None:
    doel = tmp_path / "site"
    replace(doel, _create, print)
    for error in (ValueError, KeyboardInterrupt, SystemExit):

        def stop(folder: Path, error: type[BaseException] = error) -> None:
            (folder / "half.txt").write_text("half")
            raise error

        with pytest.raises(error):
            replace(doel, stop, print)
        assert _versies(doel) == (1, {"nieuw"})
        assert not (tmp_path / ".site.nieuw").exists()


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    doel = tmp_path / "site"
    replace(doel, _create, print)

    def full(folder: Path) -> None:
        (folder / "half.txt").write_text("half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(DiskFullError, match=r"^[^\n]*De schijf is vol. site/ is niet veranderd"):
        replace(doel, full, print)
    assert _versies(doel) == (1, {"nieuw"})

    def otherwise(folder: Path) -> None:
        raise PermissionError(errno.EACCES, str(folder))

    with pytest.raises(PermissionError):  # not taken for a full disk
        replace(doel, otherwise, print)


def test_two_at_once_wait_for_each_other_and_say_so(tmp_path: Path) -> None:
    doel = tmp_path / "site"
    others: list[subprocess.Popen[str]] = []

    def slow(folder: Path) -> None:
        build = _start(doel, "tweede")
        others.append(build)
        assert build.stdout is not None
        assert build.stdout.readline() == "begint\n"
        assert "bezig met site/; deze wacht" in build.stdout.readline()
        _create(folder, "eerste")

    replace(doel, slow, print)
    (build,) = others
    assert build.wait(timeout=60) == 0
    build.communicate()
    assert _versies(doel) == (FILES, {"tweede"})


def test_what_comes_out_the_same_keeps_its_date(tmp_path: Path) -> None:
    doel = tmp_path / "site"

    def make(folder: Path) -> None:
        (folder / "zelfde.txt").write_text("zelfde")
        (folder / "anders.txt").write_text(str(time.monotonic_ns()))

    replace(doel, make, print)
    for pad in doel.iterdir():
        os.utime(pad, (1, 1))
    replace(doel, make, print)
    assert (doel / "zelfde.txt").stat().st_mtime == 1
    assert (doel / "anders.txt").stat().st_mtime > 1


def test_where_a_disk_cannot_swap_in_one_step_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, claim = _messages()
    doel = tmp_path / "site"
    replace(doel, _create, claim)
    monkeypatch.setattr(wissel, "_WISSEL", 1 << 30)  # no such flag: EINVAL
    replace(doel, lambda folder: _create(folder, "nieuwer"), claim)
    assert _versies(doel) == (1, {"nieuwer"})
    assert said == ["Dit bestandssysteem wisselt niet in één stap; site/ is even weg."]
    assert sorted(pad.name for pad in tmp_path.iterdir()) == [".site.slot", "site"]
