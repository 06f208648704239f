"""The valley of a watercourse with its side valleys, from a terrain model."""
