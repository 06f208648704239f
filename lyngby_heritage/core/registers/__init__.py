"""How the public registers name and write things: field aliases, values, code lists. Shared by every tool."""
