"""Reads and writes rasters through rasterio where it is there, and through GDAL's own bindings where it is not.

QGIS for Windows ships GDAL's bindings and no rasterio. Both give the same values: rasterio calls the same GDAL.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from ..common.gdal_errors import raising
from ..common.selfcheck import outcome

LAYOUT = {"TILED": "YES", "BLOCKXSIZE": "256", "BLOCKYSIZE": "256", "COMPRESS": "DEFLATE", "PREDICTOR": "3"}
"""How a GeoTIFF of heights is written: compressed losslessly, in tiles that a map draws fast."""
BIG = {"BIGTIFF": "IF_SAFER"}
OGR_IN_MEMORY_IS_MEM = 3_110_000
"""From this version on GDAL's driver of layers in memory is called MEM, as that of rasters."""

ANY_EPSG = 25832
"""Polygons and cells are in one system, whichever it is: GDAL warns where it is told none, and transforms nothing."""


class RasterError(Exception):
    """A raster that cannot be read or written; the text is GDAL's."""


@dataclass(frozen=True)
class Placement:
    """Where the cells of a raster lie: (x, y) of the first corner, and the steps in x and y per column and row."""

    x: float
    x_per_column: float
    x_per_row: float
    y: float
    y_per_column: float
    y_per_row: float

    @property
    def north_up(self) -> bool:
        """Whether rows run from north to south and columns from west to east."""
        return not self.x_per_row and not self.y_per_column and self.x_per_column > 0 and self.y_per_row < 0


class RasterReader(Protocol):
    """An opened raster; close it when done."""

    bands: int
    is_bytes: bool
    """Whether the first band holds whole numbers from 0 to 255."""
    placement: Placement
    shape: tuple[int, int]
    scale: float
    offset: float
    unit: str
    """What the file says that its values are in, "" where it says nothing."""

    def rows(self, top: int, bottom: int) -> npt.NDArray[np.float32]:
        """The first band from row `top` to before `bottom`, (rows, columns) as stored, NaN where nothing is known."""

    def close(self) -> None:
        """Let go of the file."""


@cache
def has_rasterio() -> bool:
    """Whether rasterio is here and works inside this QGIS."""
    return not outcome("rasterio").problem


def open_raster(path: str) -> RasterReader:
    """Open a raster file. RasterError when it is none."""
    return _RasterioReader(path) if has_rasterio() else _GdalReader(path)


def burn(polygons: Sequence[Any], placement: Placement, shape: tuple[int, int]) -> npt.NDArray[np.bool_]:
    """Which cells (rows, columns) the polygons (shapely, in the raster's CRS) touch."""
    return (_burn_by_rasterio if has_rasterio() else _burn_by_gdal)(polygons, placement, shape)


class GeoTiff:
    """A GeoTIFF of heights in the making, one band of float32; use as a context. RasterError when the disk is full."""

    def __init__(
        self, path: str, shape: tuple[int, int], placement: Placement, crs: str, nodata: float, title: str
    ) -> None:
        self._options = path, shape, placement, crs, nodata, title
        self._file: Any = None

    def __enter__(self) -> GeoTiff:
        self._file = (_RasterioWriter if has_rasterio() else _GdalWriter)(*self._options)
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, first: int, values: npt.NDArray[np.float32]) -> None:
        """Write rows from row `first` on."""
        self._file.write(first, values)


# Through rasterio -----------------------------------------------------------------------------------------------------


class _RasterioReader:
    def __init__(self, path: str) -> None:
        import rasterio

        try:
            self._file = rasterio.open(path)
        except rasterio.errors.RasterioError as error:
            raise RasterError(str(error)) from error
        transform = self._file.transform
        self.bands = self._file.count
        self.is_bytes = self._file.dtypes[0] == "uint8"
        self.placement = Placement(transform.c, transform.a, transform.b, transform.f, transform.d, transform.e)
        self.shape = self._file.shape
        self.scale, self.offset = self._file.scales[0], self._file.offsets[0]
        self.unit = self._file.units[0] or ""

    def rows(self, top: int, bottom: int) -> npt.NDArray[np.float32]:
        import rasterio
        from rasterio.windows import Window

        try:
            block = self._file.read(1, window=Window(0, top, self.shape[1], bottom - top), masked=True)
        except rasterio.errors.RasterioError as error:
            raise RasterError(str(error)) from error
        values: npt.NDArray[np.float32] = block.data.astype(np.float32)
        values[np.broadcast_to(block.mask, block.shape)] = np.nan
        return values

    def close(self) -> None:
        self._file.close()


class _RasterioWriter:
    def __init__(
        self, path: str, shape: tuple[int, int], placement: Placement, crs: str, nodata: float, title: str
    ) -> None:
        import rasterio
        from rasterio.transform import Affine

        self._columns = shape[1]
        transform = Affine(
            placement.x_per_column, placement.x_per_row, placement.x,
            placement.y_per_column, placement.y_per_row, placement.y,
        )  # fmt: skip
        try:
            self._file = rasterio.open(
                path, "w", driver="GTiff", width=shape[1], height=shape[0], count=1, dtype="float32", crs=crs,
                transform=transform, nodata=nodata, **LAYOUT, **BIG,
            )  # fmt: skip
            self._file.update_tags(TIFFTAG_IMAGEDESCRIPTION=title)
        except (rasterio.errors.RasterioError, OSError) as error:
            raise RasterError(str(error)) from error

    def write(self, first: int, values: npt.NDArray[np.float32]) -> None:
        import rasterio
        from rasterio.windows import Window

        try:
            self._file.write(values, 1, window=Window(0, first, self._columns, len(values)))
        except (rasterio.errors.RasterioError, OSError) as error:
            raise RasterError(str(error)) from error

    def close(self) -> None:
        import rasterio

        try:
            self._file.close()
        except (rasterio.errors.RasterioError, OSError) as error:
            raise RasterError(str(error)) from error


def _burn_by_rasterio(polygons: Sequence[Any], placement: Placement, shape: tuple[int, int]) -> npt.NDArray[np.bool_]:
    from rasterio.features import rasterize
    from rasterio.transform import from_origin

    place = from_origin(placement.x, placement.y, placement.x_per_column, -placement.y_per_row)
    burnt: npt.NDArray[np.bool_] = rasterize(list(polygons), out_shape=shape, transform=place, all_touched=True) > 0
    return burnt


# Through GDAL's own bindings ------------------------------------------------------------------------------------------


class _GdalReader:
    def __init__(self, path: str) -> None:
        from osgeo import gdal

        try:
            with raising():
                self._file = gdal.Open(path)
                x, x_per_column, x_per_row, y, y_per_column, y_per_row = self._file.GetGeoTransform()
        except RuntimeError as error:
            raise RasterError(str(error)) from error
        self._band = self._file.GetRasterBand(1)
        self.bands = self._file.RasterCount
        self.is_bytes = self._band.DataType == gdal.GDT_Byte
        self.placement = Placement(x, x_per_column, x_per_row, y, y_per_column, y_per_row)
        self.shape = self._file.RasterYSize, self._file.RasterXSize
        scale, offset = self._band.GetScale(), self._band.GetOffset()
        self.scale, self.offset = (1.0 if scale is None else scale), (0.0 if offset is None else offset)
        self.unit = self._band.GetUnitType() or ""

    def rows(self, top: int, bottom: int) -> npt.NDArray[np.float32]:
        from osgeo import gdal

        shape = bottom - top, self.shape[1]
        window = 0, top, shape[1], shape[0]
        try:
            with raising():
                # By bytes, not as an array: gdal_array is built for one series of numpy.
                raw = self._band.ReadRaster(*window, buf_type=gdal.GDT_Float64)
                known = None
                if not self._band.GetMaskFlags() & gdal.GMF_ALL_VALID:
                    known = self._band.GetMaskBand().ReadRaster(*window, buf_type=gdal.GDT_Byte)
        except RuntimeError as error:
            raise RasterError(str(error)) from error
        values: npt.NDArray[np.float32] = np.frombuffer(raw, np.float64).reshape(shape).astype(np.float32)
        if known is not None:
            values[np.frombuffer(known, np.uint8).reshape(shape) == 0] = np.nan
        return values

    def close(self) -> None:
        self._band = self._file = None  # GDAL closes a file when nobody holds it


class _GdalWriter:
    def __init__(
        self, path: str, shape: tuple[int, int], placement: Placement, crs: str, nodata: float, title: str
    ) -> None:
        from osgeo import gdal, osr

        options = [f"{name}={value}" for name, value in {**LAYOUT, **BIG}.items()]
        try:
            with raising():
                self._file = gdal.GetDriverByName("GTiff").Create(
                    path, shape[1], shape[0], 1, gdal.GDT_Float32, options
                )
                self._file.SetGeoTransform(
                    (placement.x, placement.x_per_column, placement.x_per_row,
                     placement.y, placement.y_per_column, placement.y_per_row)
                )  # fmt: skip
                system = osr.SpatialReference()
                system.SetFromUserInput(crs)
                self._file.SetProjection(system.ExportToWkt())
                self._file.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", title)
                self._band = self._file.GetRasterBand(1)
                self._band.SetNoDataValue(nodata)
        except RuntimeError as error:
            raise RasterError(str(error)) from error

    def write(self, first: int, values: npt.NDArray[np.float32]) -> None:
        rows, columns = values.shape
        try:
            with raising():
                self._band.WriteRaster(0, first, columns, rows, np.ascontiguousarray(values, np.float32).tobytes())
        except RuntimeError as error:
            raise RasterError(str(error)) from error

    def close(self) -> None:
        try:
            with raising():
                self._file.FlushCache()
        except RuntimeError as error:
            raise RasterError(str(error)) from error
        finally:
            self._band = self._file = None


def _burn_by_gdal(polygons: Sequence[Any], placement: Placement, shape: tuple[int, int]) -> npt.NDArray[np.bool_]:
    import shapely
    from osgeo import gdal, ogr, osr

    with raising():
        target = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1, gdal.GDT_Byte)
        target.SetGeoTransform(
            (placement.x, placement.x_per_column, placement.x_per_row,
             placement.y, placement.y_per_column, placement.y_per_row)
        )  # fmt: skip
        system = osr.SpatialReference()
        system.ImportFromEPSG(ANY_EPSG)
        target.SetProjection(system.ExportToWkt())
        driver = "MEM" if int(gdal.VersionInfo()) >= OGR_IN_MEMORY_IS_MEM else "Memory"
        source = ogr.GetDriverByName(driver).CreateDataSource("")
        layer = source.CreateLayer("", system, ogr.wkbUnknown)
        for wkb in shapely.to_wkb(np.asarray(polygons, dtype=object)):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(ogr.CreateGeometryFromWkb(wkb))
            layer.CreateFeature(feature)
        gdal.RasterizeLayer(target, [1], layer, burn_values=[1], options=["ALL_TOUCHED=TRUE"])
        raw = target.GetRasterBand(1).ReadRaster(0, 0, shape[1], shape[0], buf_type=gdal.GDT_Byte)
    burnt: npt.NDArray[np.bool_] = np.frombuffer(raw, np.uint8).reshape(shape) > 0
    return burnt
