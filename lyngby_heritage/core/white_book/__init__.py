"""M12: what came in during the hearing, what was decided on it, and the white book that accounts for it."""
