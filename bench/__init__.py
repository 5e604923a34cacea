"""How fast: measurements for development, run by hand; nothing here is part of the installed program."""
