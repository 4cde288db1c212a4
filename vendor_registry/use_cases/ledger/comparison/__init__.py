"""A register held against another: an earlier one, a baseline, one without a decision or a vendor."""
