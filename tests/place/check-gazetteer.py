#!/usr/bin/env python3
# check-gazetteer.py: what is wrong in the gazetteer's tables, as TAP
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: check-gazetteer.py GAZETTEER-FOLDER BASEMAP-FOLDER
#
# Fails on wrong ids, classes, coordinates and heads, on points outside their
# country or governorate (the polygons are the basemap's), and on a check
# that a seeded fault slips by. Reports, without failing, how many places of
# each kind there are, and how many names stand for places far apart.
import collections, math, os, re, sys, unicodedata

FOLDER, BASEMAP = sys.argv[1:3]
TABLES = ['countries.tsv', 'governorates.tsv', 'places-hand.tsv', 'places-sites.tsv', 'places-geonames.tsv', 'places-airports.tsv', 'districts.tsv', 'places-osm.tsv', 'world.tsv']
BOXES = {'IQ': (28.9, 37.5, 38.7, 48.8), 'SY': (32.2, 37.5, 35.4, 42.5), 'YE': (11.8, 19.1, 41.4, 54.8)}
CLASSES = 'country adm1 adm2 capital seat town village quarter base airport camp crossing field facility island water area'.split()

rows, heads = [], {}
for table in TABLES:
    names, heads[table] = None, ''
    for number, line in enumerate(open(os.path.join(FOLDER, table), encoding='utf-8'), 1):
        line = line.rstrip('\n')
        if line.startswith('#'): heads[table] += line
        elif line:
            cells = line.split('\t')
            if names is None: names = cells
            else:
                row = dict(zip(names, cells + [''] * (len(names) - len(cells))))
                row['where'] = '%s:%d' % (table, number)
                rows.append(row)

def km(a, b):
    x = math.radians(b[1] - a[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return 6371.0088 * math.hypot(x, math.radians(b[0] - a[0]))

def folded(name):
    name = unicodedata.normalize('NFKD', name)
    name = ''.join(c for c in name if not unicodedata.combining(c) and c not in "'`‘’ʿʾʼ").lower()
    return re.sub(r'^(al|el|ad|an|ar|as|ash|at|ath|az) ', '', re.sub(r'[-\s]+', ' ', name).strip())

def number(text):
    try: return float(text)
    except ValueError: return float('nan')

def heads_wrong(): return [t for t in TABLES if not all(w in heads[t] for w in ('Columns:', 'Source:', 'Licence:', 'Date:'))]
def ids_wrong():
    seen = collections.Counter(r['id'] for r in rows)
    return [r['where'] for r in rows if not r['id'] or seen[r['id']] > 1]
def classes_wrong(): return [r['where'] for r in rows if r['class'] not in CLASSES]
def numbers_wrong(): return [r['where'] for r in rows if not (-90 <= number(r['lat']) <= 90 and -180 <= number(r['lon']) <= 180 and 0 < number(r['radius_km']) <= 20000 and number(r['population']) >= 0)]
def boxes_wrong():
    return [r['where'] for r in rows if r['country'] in BOXES and not (BOXES[r['country']][0] <= number(r['lat']) <= BOXES[r['country']][1] and BOXES[r['country']][2] <= number(r['lon']) <= BOXES[r['country']][3])]

# Rings by country and governorate, from encoded polylines.
def decode(text):
    points, at, lat, lon = [], 0, 0, 0
    while at < len(text):
        pair = []
        for _ in range(2):
            shift = value = 0
            while True:
                byte = ord(text[at]) - 63; at += 1
                value |= (byte & 31) << shift; shift += 5
                if byte < 32: break
            pair.append(~(value >> 1) if value & 1 else value >> 1)
        lat += pair[0]; lon += pair[1]
        points.append((lat / 1e4, lon / 1e4))
    return points

# Where the polygons are wrong: Dohuk governs a district of the plain, and the
# Saudi border runs 35 km farther south (the crossing lies on OpenStreetMap's).
RIGHT = {'d-IQ-dohuk-bardarash', 's-arar-crossing'}
# Three have no polygon of their own: they lie in others, or in the sea.
WITHOUT_POLYGON = {('IQ', 'Halabja'), ('YE', 'Sanaa City')}
governorate_ids = {r['id']: (r['country'], r['name']) for r in rows if r['class'] == 'adm1'}
rings = collections.defaultdict(list)
for line in open(os.path.join(BASEMAP, 'governorates.tsv'), encoding='utf-8'):
    cells = line.rstrip('\n').split('\t')
    if line.startswith('governorate\t'):
        code = cells[4].split('|')[0].replace('~', '')
        for ring in cells[6].split(' '): rings[governorate_ids.get(code, (code[:2], ''))].append(decode(ring))

boxes = {}
def inside(ring, lat, lon):
    key = id(ring)
    if key not in boxes:
        lats, lons = zip(*ring)
        boxes[key] = (min(lats), max(lats), min(lons), max(lons))
    south, north, west, east = boxes[key]
    if not (south <= lat <= north and west <= lon <= east): return False
    odd = False
    a, b = ring[-1]
    for c, d in ring:
        if (b > lon) != (d > lon) and lat < (c - a) * (lon - b) / (d - b) + a: odd = not odd
        a, b = c, d
    return odd

def away_km(shapes, point):
    """How far outside all the shapes; 0 inside."""
    nearest = 1e9
    if any(inside(ring, *point) for ring in shapes): return 0
    for ring in shapes:
        nearest = min(nearest, min(km(point, vertex) for vertex in ring))
    return nearest

COAST_KM = 30   # islands and ports lie off the simplified coast, posts on a border that is as coarse
BORDER_KM = 30  # and so are the borders between governorates
def outside_country(rows):
    found = []
    for r in rows:
        if r['country'] not in BOXES or r['class'] in ('country', 'water', 'island') or r.get('id') in RIGHT: continue
        if any(inside(ring, number(r['lat']), number(r['lon'])) for ring in rings.get((r['country'], r['adm1']), ())): continue
        shapes = [ring for (country, _), each in rings.items() if country == r['country'] for ring in each]
        if away_km(shapes, (number(r['lat']), number(r['lon']))) > COAST_KM: found.append(r['where'])
    return found
def outside_governorate(rows):
    found = []
    for r in rows:
        key = (r['country'], r['adm1'])
        if not r['adm1'] or r['country'] not in BOXES or r['class'] in ('adm1', 'water', 'island', 'area') or r.get('id') in RIGHT or key in WITHOUT_POLYGON or key not in rings: continue
        if away_km(rings[key], (number(r['lat']), number(r['lon']))) > BORDER_KM: found.append(r['where'])
    return found
def points_outside_country(): return outside_country(rows)
def points_outside_governorate(): return outside_governorate(rows)
def seeded_faults_slip_by():
    mosul = {'where': 'seeded', 'class': 'town', 'country': 'IQ', 'adm1': 'Nineveh', 'lat': '36.34', 'lon': '43.13'}
    riyadh = dict(mosul, lat='31.0', lon='41.0')
    basra = dict(mosul, lat='30.51', lon='47.78')
    wrong = []
    if outside_country([mosul]) or outside_governorate([mosul]): wrong.append('Mosul is where it is')
    if not outside_country([riyadh]): wrong.append('a town of Iraq in the Saudi desert')
    if not outside_governorate([basra]): wrong.append('a town of Nineveh beside the Gulf')
    return wrong
def dead_rows(): return [r['where'] for r in rows if not folded(r['phrases']) or not r['name']]
def dead_phrases(): return [r['where'] for r in rows if len(set(r['phrases'].split('|'))) != len(r['phrases'].split('|')) or '' in r['phrases'].split('|')]
def parents_wrong():
    known = {(r['country'], r['name']) for r in rows if r['class'] == 'adm1'}
    return [r['where'] for r in rows if r['country'] in BOXES and r['adm1'] and (r['country'], r['adm1']) not in known]
def bases_twice():
    bases = [r for r in rows if r['class'] in ('base', 'airport') and r['country'] in BOXES]
    return [b['where'] for i, a in enumerate(bases) for b in bases[:i] if folded(a['name']) == folded(b['name']) and km((number(a['lat']), number(a['lon'])), (number(b['lat']), number(b['lon']))) < 3]

def districts_twice():
    """Yemen has 333; elsewhere a name is once in its governorate."""
    seen = collections.Counter((r['country'], r['adm1'], folded(r['name'])) for r in rows if r['class'] == 'adm2')
    wrong = ['%s %s %s' % key for key, n in seen.items() if n > 1]
    n_yemen = sum(r['class'] == 'adm2' and r['country'] == 'YE' for r in rows)
    return wrong + (['%d districts in Yemen' % n_yemen] if n_yemen != 333 else [])

checks = [heads_wrong, ids_wrong, classes_wrong, numbers_wrong, boxes_wrong, points_outside_country, points_outside_governorate, seeded_faults_slip_by, dead_rows, dead_phrases, parents_wrong, bases_twice, districts_twice]
print('1..%d' % len(checks))
for i, check in enumerate(checks, 1):
    wrong = check()
    print('%sok %d - %s' % ('not ' if wrong else '', i, check.__name__))
    for where in wrong[:20]: print('# ' + where)

names = collections.defaultdict(list)
for r in rows:
    if r['country'] in BOXES and r['class'] not in ('adm1', 'adm2', 'country'):
        for phrase in r['phrases'].split('|'): names[folded(phrase)].append((number(r['lat']), number(r['lon'])))
far = sum(any(km(points[0], p) > 20 for p in points[1:]) for points in names.values())
print('# %d rows, %d names, %d of them stand for places more than 20 km apart' % (len(rows), len(names), far))
kinds = collections.Counter((r['class'], r['country']) for r in rows if r['country'] in BOXES)
for kind in CLASSES:
    print('# %-8s IQ %5d  SY %5d  YE %5d' % ((kind,) + tuple(kinds[kind, country] for country in ('IQ', 'SY', 'YE'))))
