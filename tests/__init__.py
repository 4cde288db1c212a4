"""Tests of `vendor_registry`."""
