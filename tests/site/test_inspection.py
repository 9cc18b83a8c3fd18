"""What the command refuses, the build refuses, and the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.site.inspection import inspect
from tests.building import build, make_copy


@pytest.mark.bouwt
def test_a_page_that_the_command_refuses_is_not_built(root: Path, tmp_path: Path) -> None:
    zinnen = {
        "docs/over/index.md": "De Participatiewet geldt sinds 1 januari 2015.",
        "docs/privacy.md": "Kies bij meer filters tegelijk.",
    }
    copy = make_copy(root, tmp_path / "kopie")
    for pad, zin in zinnen.items():
        with (copy / pad).open("a", encoding="utf-8") as file:
            file.write(f"\n{zin}\n")
    _, errors = inspect(copy)
    assert {error.file for error in errors} == set(zinnen)
    uitkomst = build(copy, tmp_path / "site")
    assert uitkomst.status != 0
    assert [error.wat for error in errors if error.wat not in uitkomst.all_exports] == []


def test_what_holds_is_not_refused(root: Path) -> None:
    corpus, errors = inspect(root)
    assert corpus is not None
    assert errors == []
