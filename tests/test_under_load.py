from __future__ import annotations

from pathlib import Path

import pytest

from tests.under_load import load, pages, read

SAID = """\
  Latency Distribution
     50%    1.10ms
     99%    9.87ms
  1234 requests in 1.00s, 10.00MB read
Requests/sec:   1230.50
Transfer/sec:     10.00MB
"""


def test_of_what_wrk_says_two_figures_remain() -> None:
    assert read(SAID).split() == ["1230", "verzoeken", "per", "seconde,", "p99", "9.87ms"]


@pytest.mark.parametrize("wrong", ["  Non-2xx or 3xx responses: 7", "  Socket errors: connect 3"])
def test_pages_that_did_not_come_are_no_figure(wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong.strip()):
        read(SAID.replace("Requests/sec", f"{wrong}\nRequests/sec"))


def test_every_page_is_asked(tmp_path: Path) -> None:
    for naam in ("", "wetten/", "wetten/awir/"):
        (tmp_path / naam).mkdir(exist_ok=True)
        (tmp_path / naam / "index.html").touch()
    assert sorted(pages(tmp_path)) == ["/", "/wetten/", "/wetten/awir/"]


def test_the_load_runs_on_a_site(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Welkom</p>" * 500, encoding="utf-8")
    assert "verzoeken per seconde, p99" in load(tmp_path, "gzip", seconds=1)
