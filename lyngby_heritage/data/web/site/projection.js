/* Where places lie in the world's square, 0-1 from its upper left corner: in Web Mercator, or in the grid of a base map
   that has its tiles in ETRS89 / UTM zone 32N (EPSG:25832), which then is the whole map's. */
"use strict";

Heritage.projection = (() => {
  const L = window.L;
  const radians = Math.PI / 180;

  const mercator = {
    crs: L.CRS.EPSG3857,
    project: (lon, lat) => [(lon + 180) / 360, 0.5 - Math.asinh(Math.tan(lat * radians)) / (2 * Math.PI)],
    unproject: (x, y) => [x * 360 - 180, Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) / radians],
    /** A metre on the ground at a place, in units of the square. */
    metre: (x, y) => Math.cosh((0.5 - y) * 2 * Math.PI) / 40075016.686,
    zoomOffset: 0,
  };

  /* Transverse Mercator by Krüger's series in the third flattening n to its fourth power: within a millimetre of PROJ all
     over Denmark. Source: Karney, Transverse Mercator with an accuracy of a few nanometers (2011), formulas 7-14, 35, 36. */
  const AXIS = 6378137, FLATTENING = 1 / 298.257222101; // GRS 80
  const MERIDIAN = 9, SCALE = 0.9996, FALSE_EASTING = 500000;
  const n = FLATTENING / (2 - FLATTENING);
  const e = Math.sqrt(FLATTENING * (2 - FLATTENING));
  const rectifying = (AXIS / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64) * SCALE;
  const alpha = [n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4, (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4, (61 / 240) * n ** 3 - (103 / 140) * n ** 4, (49561 / 161280) * n ** 4];
  const beta = [n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - (1 / 360) * n ** 4, n ** 2 / 48 + n ** 3 / 15 - (437 / 1440) * n ** 4, (17 / 480) * n ** 3 - (37 / 840) * n ** 4, (4397 / 161280) * n ** 4];

  /** Easting and northing in metres. */
  function utm32(lon, lat) {
    const phi = lat * radians, lambda = (lon - MERIDIAN) * radians;
    const t = Math.sinh(Math.atanh(Math.sin(phi)) - e * Math.atanh(e * Math.sin(phi))); // of the conformal latitude
    const xi = Math.atan2(t, Math.cos(lambda)), eta = Math.asinh(Math.sin(lambda) / Math.hypot(t, Math.cos(lambda)));
    let [north, east] = [xi, eta];
    alpha.forEach((a, k) => {
      north += a * Math.sin(2 * (k + 1) * xi) * Math.cosh(2 * (k + 1) * eta);
      east += a * Math.cos(2 * (k + 1) * xi) * Math.sinh(2 * (k + 1) * eta);
    });
    return [FALSE_EASTING + rectifying * east, rectifying * north];
  }

  /** Longitude and latitude in degrees. */
  function fromUtm32(easting, northing) {
    const north = northing / rectifying, east = (easting - FALSE_EASTING) / rectifying;
    let [xi, eta] = [north, east];
    beta.forEach((b, k) => {
      xi -= b * Math.sin(2 * (k + 1) * north) * Math.cosh(2 * (k + 1) * east);
      eta -= b * Math.cos(2 * (k + 1) * north) * Math.sinh(2 * (k + 1) * east);
    });
    const conformal = Math.sin(xi) / Math.hypot(Math.sinh(eta), Math.cos(xi)); // its tangent
    let t = conformal;
    for (let k = 0; k < 5; k += 1) { // Newton, formulas 19-21
      const sigma = Math.sinh(e * Math.atanh((e * t) / Math.hypot(1, t)));
      const there = t * Math.hypot(1, sigma) - sigma * Math.hypot(1, t);
      t += ((conformal - there) / Math.hypot(1, there)) * ((1 + (1 - e * e) * t * t) / ((1 - e * e) * Math.hypot(1, t)));
    }
    return [MERIDIAN + Math.atan2(Math.sinh(eta), Math.cos(xi)) / radians, Math.atan(t) / radians];
  }

  /** The grid of a base map in EPSG:25832: `origin` is the upper left corner of its tiles, `resolution` the metres of a pixel at level 0. */
  function grid({ origin: [west, north], resolution }) {
    // The zoom goes on meaning what it means elsewhere: at 16 a pixel is between one metre and two.
    const zoomOffset = Math.round(Math.log2(88000 / resolution));
    const size = 256 * resolution * 2 ** zoomOffset;
    const projection = {
      project: ({ lat, lng }) => L.point(...utm32(lng, lat)),
      unproject: ({ x, y }) => L.latLng(...fromUtm32(x, y).reverse()),
      bounds: L.bounds([west, north - size], [west + size, north]),
    };
    const crs = L.extend({}, L.CRS.Earth, {
      code: "EPSG:25832", projection, wrapLng: null, infinite: false,
      transformation: L.transformation(1 / size, -west / size, -1 / size, north / size),
    });
    return {
      crs, zoomOffset,
      project: (lon, lat) => { const [easting, northing] = utm32(lon, lat); return [(easting - west) / size, (north - northing) / size]; },
      unproject: (x, y) => fromUtm32(west + x * size, north - y * size),
      metre: () => 1 / size,
    };
  }

  const { background } = Heritage.data.indstillinger || {};
  const chosen = background && background.crs === "EPSG:25832" ? grid(background) : mercator;

  /** The layer of the base map on a map of this projection. */
  function layerOf(given, maxZoom) {
    const maxNativeZoom = given.max_zoom + chosen.zoomOffset;
    if (given.kind !== "wms") {
      return L.tileLayer(given.url, { zoomOffset: -chosen.zoomOffset, minNativeZoom: chosen.zoomOffset, maxNativeZoom, maxZoom, zz: ({ z }) => String(z).padStart(2, "0") });
    }
    return L.tileLayer.wms(given.url, { layers: given.layers, styles: given.styles, format: given.format, version: given.version, transparent: given.format === "image/png", maxNativeZoom, maxZoom });
  }

  return { ...chosen, utm32, fromUtm32, layerOf };
})();
