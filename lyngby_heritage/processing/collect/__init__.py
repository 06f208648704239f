"""Reads deliveries as they are downloaded: what their files hold, and those that QGIS does not open as meant."""
