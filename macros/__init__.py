"""The PMM Kennisbank: from YAML in ``data/`` to a static site.

Rooms, in the order the data walks through them::

    load → model → check → corpus → pages / search / exports → edge

``load`` knows YAML, ``model`` knows fields, ``check`` knows rules between records, ``corpus`` indexes,
``pages``, ``search`` and ``exports`` write. Only ``edge`` imports MkDocs.
"""
