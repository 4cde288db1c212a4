"""Tests of `vendor_registry/reports`."""
