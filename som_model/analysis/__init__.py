"""How scenarios compare, how sure a result is, and what to measure."""
