"""One building layer from the registers: FBB's SAVE values, BBR's buildings and storeys, GeoDanmark's polygons."""
