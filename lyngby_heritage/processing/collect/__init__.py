"""From the files of the registers as they came to what the tools read; decides nothing about heritage."""
