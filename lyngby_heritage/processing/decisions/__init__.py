"""The decisions that people write, in a file of their own that no tool replaces."""
