"""Typed records: which fields a record of each kind (``soort``) has, and what may stand in them."""
