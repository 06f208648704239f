"""Several rules on the same data: which scenarios are asked for, how they run, and their report."""
