"""Tests of `vendor_registry/case`."""
