"""Tests of `vendor_registry/rules`."""
