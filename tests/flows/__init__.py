"""Tests of `vendor_registry/flows`."""
