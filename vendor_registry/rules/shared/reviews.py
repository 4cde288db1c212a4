"""What is done from time to time and dated in the sheet, in the words in which it is told."""

REVIEWS = {"reviewed": "review of", "tia": "transfer impact assessment for"}
"""By column; the name of the vendor goes behind."""
