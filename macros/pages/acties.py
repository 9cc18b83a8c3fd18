"""The bar of actions under the title of a hand-written page, as the records have it."""

from __future__ import annotations

from macros.pages.rendering import environment


def with_acties(html: str) -> str:
    """Return a page with the bar of actions behind its main heading."""
    components = environment().get_template("onderdelen.html.j2").module
    balk: str = components.acties(None)  # type: ignore[attr-defined]  # a macro of the template
    return html.replace("</h1>", f"</h1>\n{balk}", 1)
