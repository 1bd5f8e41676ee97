"""What matters: the value at which a programme breaks even, and what moves the result most."""
