"""Reading YAML strictly: a tree of plain values in which every value knows its line and column."""
