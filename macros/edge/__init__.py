"""The only room that knows MkDocs: a little glue, so that another shell can replace it."""
