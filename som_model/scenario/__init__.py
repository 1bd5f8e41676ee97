"""What is assumed: the frozen types of the scenario language, and nothing that reads or calculates."""
