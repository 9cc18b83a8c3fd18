"""All that the house makes of the example, byte for byte: see ``tests/kept.py``."""

from __future__ import annotations

import re

from tests.example import example_site
from tests.kept import readable, same

_HASH = re.compile(r"(?<=-)[0-9a-f]{12}(?=\.)")
"""In the name of what changes its name with what stands in it; the page that loads it names it."""


def test_every_file_of_the_example_is_as_it_was() -> None:
    made = {_HASH.sub("…", pad): readable(inhoud) for pad, inhoud in example_site().items()}
    same("site", made)
