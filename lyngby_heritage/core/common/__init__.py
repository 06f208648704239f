"""What every room of the domain stands on: errors, data files, geometry, addresses, whether the libraries work."""
