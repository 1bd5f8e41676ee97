"""The glossary: each word of the field once, in Danish and English, with what it means."""
