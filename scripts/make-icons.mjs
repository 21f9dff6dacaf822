/**
 * Draws the ribbon's icons into assets/icons: a green tile with a white sign, so that each can be read on a light
 * and on a dark ribbon. `node scripts/make-icons.mjs`
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const OUT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../assets/icons');
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const TILE = [0, 118, 95];
/** Samples per pixel and direction. */
const FINE = 6;

/** Distance from a point to a stroke from a to b. */
function toStroke([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
const path2 = (points, width) => (p) =>
  points.some((point, index) => index > 0 && toStroke(p, points[index - 1], point) <= width / 2);
const box =
  (left, top, right, bottom) =>
  ([x, y]) =>
    x >= left && x <= right && y >= top && y <= bottom;
const any =
  (...shapes) =>
  (p) =>
    shapes.some((shape) => shape(p));
/** An arc of a circle from one angle to another, in degrees clockwise from the right. */
const arc = ([cx, cy], radius, from, to, width) =>
  path2(
    Array.from({ length: 33 }, (_, index) => {
      const angle = ((from + ((to - from) * index) / 32) * Math.PI) / 180;
      return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
    }),
    width,
  );

/** Signs in a square of side 1, y down. */
const SIGNS = {
  // A table whose last row is ticked.
  audit: any(
    box(0.2, 0.2, 0.8, 0.3),
    box(0.2, 0.4, 0.5, 0.48),
    box(0.2, 0.58, 0.4, 0.66),
    path2([[0.42, 0.64], [0.56, 0.78], [0.82, 0.46]], 0.12), // prettier-ignore
  ),
  // Σ
  fill: path2([[0.72, 0.26], [0.3, 0.26], [0.54, 0.5], [0.3, 0.74], [0.72, 0.74]], 0.11), // prettier-ignore
  reports: any(box(0.22, 0.5, 0.36, 0.78), box(0.43, 0.22, 0.57, 0.78), box(0.64, 0.38, 0.78, 0.78)),
  // Three sheets into one.
  consolidation: any(
    box(0.18, 0.2, 0.32, 0.36),
    box(0.43, 0.2, 0.57, 0.36),
    box(0.68, 0.2, 0.82, 0.36),
    path2([[0.5, 0.4], [0.5, 0.6]], 0.1), // prettier-ignore
    path2([[0.36, 0.5], [0.5, 0.63], [0.64, 0.5]], 0.1), // prettier-ignore
    box(0.25, 0.7, 0.75, 0.8),
  ),
  help: any(arc([0.5, 0.4], 0.17, 180, 405, 0.11), path2([[0.61, 0.52], [0.5, 0.63]], 0.11), box(0.44, 0.73, 0.56, 0.84)), // prettier-ignore
};

/** The tile: a square with round corners and a hair of free edge. */
function inTile([x, y]) {
  const [edge, radius] = [0.04, 0.16];
  const dx = Math.max(edge + radius - x, x - (1 - edge - radius), 0);
  const dy = Math.max(edge + radius - y, y - (1 - edge - radius), 0);
  return Math.hypot(dx, dy) <= radius;
}

function draw(sign, size) {
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let tile = 0;
      let white = 0;
      for (let i = 0; i < FINE * FINE; i++) {
        const p = [(x + ((i % FINE) + 0.5) / FINE) / size, (y + (Math.floor(i / FINE) + 0.5) / FINE) / size];
        if (!inTile(p)) continue;
        tile++;
        if (sign(p)) white++;
      }
      const share = tile ? white / tile : 0;
      const at = (y * size + x) * 4;
      TILE.forEach((part, channel) => (pixels[at + channel] = Math.round(part + (255 - part) * share)));
      pixels[at + 3] = Math.round((tile / (FINE * FINE)) * 255);
    }
  }
  return pixels;
}

const CRC = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
const crc = (bytes) => (bytes.reduce((c, byte) => CRC[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function png(pixels, size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(y * size * 4, (y + 1) * size * 4)]),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

fs.mkdirSync(OUT, { recursive: true });
for (const [name, sign] of Object.entries(SIGNS)) {
  for (const size of SIZES) fs.writeFileSync(path.join(OUT, `${name}-${size}.png`), png(draw(sign, size), size));
}
