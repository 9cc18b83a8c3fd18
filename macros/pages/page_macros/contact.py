"""What ``/contact/`` shows: where a message goes, who reads it and when."""

from __future__ import annotations

from markupsafe import Markup

from macros.pages.rendering import Writer, render


def berichten(kb: Writer) -> Markup:
    """Return what the owner says of messages; what was not filled in, says so."""
    site = kb.corpus.site
    return render("berichten.html.j2", kb, site=site, adres=site.contact.removeprefix("mailto:"))
