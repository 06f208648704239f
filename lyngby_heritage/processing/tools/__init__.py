"""One file per tool, its report beside it."""
