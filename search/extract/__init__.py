"""Articles to attributed passages: one file per stage."""
