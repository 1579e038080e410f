"""Measurements: `./bench NAME` runs the folder NAME, which prints one JSON object per line on standard output."""
