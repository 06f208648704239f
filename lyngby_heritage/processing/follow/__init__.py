"""Holds an adopted plan against this year's registers (`followdesignations`)."""
