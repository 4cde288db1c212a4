"""Records that the law asks for: of processing (Art. 30), of transfers, of their assessment."""
