"""`vendors`: who gets a company's personal data, proved and published from one sheet."""
