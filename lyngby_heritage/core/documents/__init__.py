"""Documents of the plan: one text, written as Markdown, in two forms, as it is and as a Word file from a template."""

from .markdown import blanks_in
from .template import Template, document_template
from .word import word_document

__all__ = ["Template", "blanks_in", "document_template", "word_document"]
