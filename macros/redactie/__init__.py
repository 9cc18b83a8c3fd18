"""What an editor does with a command: make, rename, withdraw, renew and mend records.

Each command works out the new texts of files, tries them on a copy, and writes them only when the
whole still holds (``jobs``).
"""
