"""One file or small package per engine."""
