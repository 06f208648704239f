"""What a person at the desktop sees beside the tools."""
