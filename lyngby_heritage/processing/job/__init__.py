"""What `heritageplan` is made of: finding the layers, running the tools, the report."""
