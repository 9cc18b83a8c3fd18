"""The whole site as files, put together without MkDocs: the shell and the told pages come in."""
