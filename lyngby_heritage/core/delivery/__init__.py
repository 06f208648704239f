"""What an adopted plan gives back to the registers that everybody asks. Nothing is sent: files are made and checked."""
