"""The law on a day: dated, cited tables and the procedure that reads them. Pure."""
