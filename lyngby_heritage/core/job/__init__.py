"""The main job: which layers are there, and so which steps are taken."""
