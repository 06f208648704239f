"""The sheets of properties: read from a plan package, drawn on paper and written for the screen."""
