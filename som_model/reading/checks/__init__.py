"""Rules that span several fields: each a function from a scenario to its slips."""
