"""The bar of actions under the title of a hand-written page, as the records have it."""

from __future__ import annotations

from macros.blad.take_along import TAKE_ALONG
from macros.pages.rendering import Writer, environment


def with_acties(html: str, writer: Writer) -> str:
    """Return a page with the bar of actions behind its main heading."""
    components = environment().get_template("onderdelen.html.j2").module
    taken = TAKE_ALONG.get(writer.here)
    id_ = taken.id if taken else ""
    balk: str = components.acties(writer, id_)  # type: ignore[attr-defined]  # a macro of the template
    return html.replace("</h1>", f"</h1>\n{balk}", 1)
