/* Finds points in a rectangle without looking at all of them: a grid of cells over the world's square. */
"use strict";

Heritage.Grid = class {
  /** Points (x[i], y[i]); those that are NaN are left out. */
  constructor(x, y, perCell = 8) {
    const n = x.length;
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    let placed = 0;
    for (let i = 0; i < n; i += 1) {
      if (Number.isNaN(x[i])) continue;
      placed += 1;
      if (x[i] < west) west = x[i];
      if (x[i] > east) east = x[i];
      if (y[i] < north) north = y[i];
      if (y[i] > south) south = y[i];
    }
    this.count = placed;
    this.west = placed ? west : 0;
    this.north = placed ? north : 0;
    const wide = Math.max(placed ? east - west : 0, 1e-9);
    const tall = Math.max(placed ? south - north : 0, 1e-9);
    const cells = Math.max(placed / perCell, 1);
    this.size = Math.max(Math.sqrt((wide * tall) / cells), wide / 512, tall / 512);
    this.columns = Math.floor(wide / this.size) + 1;
    this.rows = Math.floor(tall / this.size) + 1;
    this.start = new Int32Array(this.columns * this.rows + 1);
    const cell = new Int32Array(n).fill(-1);
    for (let i = 0; i < n; i += 1) {
      if (Number.isNaN(x[i])) continue;
      cell[i] = Math.floor((y[i] - this.north) / this.size) * this.columns + Math.floor((x[i] - this.west) / this.size);
      this.start[cell[i] + 1] += 1;
    }
    for (let i = 1; i < this.start.length; i += 1) this.start[i] += this.start[i - 1];
    const next = this.start.slice();
    this.items = new Int32Array(placed);
    for (let i = 0; i < n; i += 1) if (cell[i] >= 0) this.items[next[cell[i]]++] = i;
    this.x = x;
    this.y = y;
  }

  /** Call `found` with each point in the rectangle. */
  each(west, north, east, south, found) {
    const clamp = (value, most) => Math.min(Math.max(Math.floor(value), 0), most);
    if (!this.count) return;
    const firstColumn = clamp((west - this.west) / this.size, this.columns - 1);
    const lastColumn = clamp((east - this.west) / this.size, this.columns - 1);
    const firstRow = clamp((north - this.north) / this.size, this.rows - 1);
    const lastRow = clamp((south - this.north) / this.size, this.rows - 1);
    for (let row = firstRow; row <= lastRow; row += 1) {
      const begin = this.start[row * this.columns + firstColumn];
      const end = this.start[row * this.columns + lastColumn + 1];
      for (let k = begin; k < end; k += 1) {
        const i = this.items[k];
        if (this.x[i] >= west && this.x[i] <= east && this.y[i] >= north && this.y[i] <= south) found(i);
      }
    }
  }
};
