"""What `exportlokalplan` is made of: the folder, the GeoPackage, the project, the maps, the annexes, the web page."""
