"""Invented tiles of a terrain model, named and placed as those of Danmarks Højdemodel."""

import numpy as np


def write_tile(folder, north, east, height=1.0, model="DTM", cell=10, epsg=25832, nodata=-9999.0, at=None):
    """A tile of one square kilometre; `height` is a number or an array, `at` another place than its name says.

    `epsg` is None for no system, and (horizontal, vertical) for one with heights; `nodata` None for none.
    """
    from osgeo import gdal, osr

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{model}_1km_{north}_{east}.tif"
    size = 1000 // cell
    # Not compressed: half the bytes are half the heights.
    made = gdal.GetDriverByName("GTiff").Create(str(path), size, size, 1, gdal.GDT_Float32)
    lower, left = at or (north, east)
    made.SetGeoTransform((left * 1000, cell, 0, (lower + 1) * 1000, 0, -cell))
    if epsg is not None:
        system = osr.SpatialReference()
        system.SetFromUserInput("EPSG:" + "+".join(str(one) for one in (epsg if isinstance(epsg, tuple) else (epsg,))))
        made.SetProjection(system.ExportToWkt())
    band = made.GetRasterBand(1)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    band.WriteArray(np.array(np.broadcast_to(np.float32(height), (size, size))))
    band.FlushCache()
    return path
