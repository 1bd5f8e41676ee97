"""Every text a reader sees, in Danish and English: one table of words, and numbers through Babel."""
