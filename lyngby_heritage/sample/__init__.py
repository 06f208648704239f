"""An invented municipality to try the tools on: a town, its registers, its plans and its landscape, from a seed."""
