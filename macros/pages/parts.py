"""Where in a page a list stands that may go on over other pages: see ``macros/site/parts.py``.

A template puts ``rand`` before the first entry of such a list and behind the last. What is between
the two may move to a next page; all else of the page stays where it is.
"""

from __future__ import annotations

EDGE = "\x1f"
"""Stands in no text, and is white space to whoever reads words. Nobody gets to see it."""


def without_edges(html: str) -> str:
    """Return a page as it goes out."""
    return html.replace(EDGE, "")
