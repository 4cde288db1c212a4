"""Tests of `vendor_registry/drawing`."""
