"""Tests of `vendor_registry/law/periods`."""
