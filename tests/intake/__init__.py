"""Tests of `vendor_registry/intake`."""
