"""Tests of `vendor_registry/documents`."""
