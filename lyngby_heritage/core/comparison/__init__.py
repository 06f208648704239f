"""What changed between two designations, and which fact, decision or rule is behind it (M11)."""
