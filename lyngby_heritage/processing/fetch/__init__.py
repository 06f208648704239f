"""Fetches layers from the public services, and says of each what came of it."""
