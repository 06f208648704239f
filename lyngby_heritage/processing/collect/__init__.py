"""What downloads are read with: what lies there, in which form, and how layers are made of it."""
