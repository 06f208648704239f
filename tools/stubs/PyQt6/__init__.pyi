"""Makes the stubs a package: they come without this file."""
