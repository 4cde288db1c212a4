"""Tests of `vendor_registry/model`."""
