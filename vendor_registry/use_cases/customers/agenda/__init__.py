"""What ends, falls due or takes effect: the entries of the calendar, by where they follow from."""
