"""Tests of `vendor_registry/store`."""
