"""From a file to blocks: one file a format, a line each in readers.py."""
