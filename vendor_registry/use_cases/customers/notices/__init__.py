"""Notices to customers: which changes each is told, the letters, and the record that they were sent."""
