"""What is told of a record, before it becomes HTML, a dossier, a search index or a file.

Every output renders what stands here and retells nothing: headings, features, statements with
their proof, what is unknown, relations, addresses, citations and fixed sentences exist once.
"""
