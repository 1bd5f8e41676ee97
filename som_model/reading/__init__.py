"""From text to a scenario: strict YAML with places, catalogues merged, variants set, everything checked at once."""
