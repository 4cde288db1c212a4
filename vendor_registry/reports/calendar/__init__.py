"""Days that fall due, as text, JSON and iCalendar."""
