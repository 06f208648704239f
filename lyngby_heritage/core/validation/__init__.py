"""Whether data are fit for the tools: one rule, one function; levels, limits and texts are data."""
