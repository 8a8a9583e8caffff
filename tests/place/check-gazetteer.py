#!/usr/bin/env python3
# check-gazetteer.py: what is wrong in the gazetteer's tables, as TAP
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: check-gazetteer.py GAZETTEER-FOLDER
#
# Fails on wrong ids, classes, coordinates and heads; reports, without
# failing, how many names stand for places far from each other.
import collections, math, os, re, sys, unicodedata

FOLDER = sys.argv[1]
TABLES = ['countries.tsv', 'governorates.tsv', 'places-hand.tsv', 'places-geonames.tsv', 'places-airports.tsv', 'districts.tsv', 'places-osm.tsv', 'world.tsv']
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
def dead_rows(): return [r['where'] for r in rows if not folded(r['phrases']) or not r['name']]
def dead_phrases(): return [r['where'] for r in rows if len(set(r['phrases'].split('|'))) != len(r['phrases'].split('|')) or '' in r['phrases'].split('|')]
def parents_wrong():
    known = {(r['country'], r['name']) for r in rows if r['class'] == 'adm1'}
    return [r['where'] for r in rows if r['country'] in BOXES and r['adm1'] and (r['country'], r['adm1']) not in known]
def bases_twice():
    bases = [r for r in rows if r['class'] in ('base', 'airport') and r['country'] in BOXES]
    return [b['where'] for i, a in enumerate(bases) for b in bases[:i] if folded(a['name']) == folded(b['name']) and km((number(a['lat']), number(a['lon'])), (number(b['lat']), number(b['lon']))) < 3]

checks = [heads_wrong, ids_wrong, classes_wrong, numbers_wrong, boxes_wrong, dead_rows, dead_phrases, parents_wrong, bases_twice]
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
