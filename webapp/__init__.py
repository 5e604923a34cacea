"""The web page: a thin skin over `search`."""
