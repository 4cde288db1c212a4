"""Tests of `vendor_registry/changes`."""
