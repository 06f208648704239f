"""The invented municipality as its data are delivered: which files there are, with which columns and rows."""
