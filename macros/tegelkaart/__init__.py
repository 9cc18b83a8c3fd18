"""The drawing of the Netherlands with one square per municipality: computed once, kept as data."""
