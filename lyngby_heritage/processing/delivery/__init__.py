"""What is delivered to the registers: reads a plan package, and writes the files that a person uploads."""
