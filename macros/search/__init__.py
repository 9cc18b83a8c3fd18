"""The search index: what a reader can find, written at build time for the script on /zoeken/."""
