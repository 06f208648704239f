"""Profiles for the tests: folders written from a few lines."""

import json


def profile_in(folder, files=None, **manifest):
    """A profile in a folder: `files` name → content (text as it is, anything else as JSON); `manifest` its keys."""
    told = {"navn": "Prøve Kommune", "version": "7", **manifest}
    for name, content in {"profile.json": told, **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
            path.write_text(text, encoding="utf-8")
    return folder
