"""What is seen: tables, charts and documents, each a pure function of a result."""
