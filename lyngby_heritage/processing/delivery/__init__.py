"""Back to the registers: reads an adopted plan, and writes the files that are taken into them by hand."""
