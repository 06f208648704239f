"""What applies to one property: its sheet, the same text for paper and screen."""
