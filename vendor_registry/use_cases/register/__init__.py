"""The register itself: begun, brought in, put in order, listed, held against other lists."""
