"""Tables for people: one description, written as a workbook or as a CSV file that a Danish Excel opens right."""

from .table import Column, Imprint, Table

__all__ = ["Column", "Imprint", "Table"]
