"""From the corpus to HTML: one template per kind of record, escaping always on."""
