"""The PMM Kennisbank: from YAML in ``data/`` to a static site.

Rooms, in the order the data walks through them::

    load → model → corpus → check → pages / search / exports → edge

``load`` knows YAML, ``model`` knows fields, ``corpus`` indexes, ``check`` knows rules between
records, ``pages``, ``search`` and ``exports`` write. Only ``edge`` imports MkDocs.
"""
