"""The steps from an older database to the tables of today, by their ids: 0001 is what was released first."""
