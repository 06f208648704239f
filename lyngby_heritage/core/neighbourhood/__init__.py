"""Buildings, the properties and plots they stand on, who is whose neighbour, and how alike two of them are."""
