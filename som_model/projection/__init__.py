"""What follows from a scenario: a pure function of it, on arrays with any leading draw axis."""
