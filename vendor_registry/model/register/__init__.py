"""What the sheet says: engagements, places, flows, claims, customers."""
