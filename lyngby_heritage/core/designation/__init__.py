"""Which buildings are designated, and why (M1, M2, M5): the rule, the council's decisions, the reason on every row."""
