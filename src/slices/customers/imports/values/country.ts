import { fold } from '../../../../kernel/text.ts'

const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  )

/** Names in use that no list of names has. */
const aliases: Record<string, string> = {
  eire: 'IE',
  'republic of ireland': 'IE',
  rsa: 'ZA',
  usa: 'US',
  'u s a': 'US',
  'u s': 'US',
  america: 'US',
  'united states of america': 'US',
  uk: 'GB',
  'u k': 'GB',
  'great britain': 'GB',
  britain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  korea: 'KR',
  'republic of korea': 'KR',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  'ceska republika': 'CZ',
  'slovak republic': 'SK',
  'slovenska republika': 'SK',
  uae: 'AE',
  'russian federation': 'RU',
  'viet nam': 'VN',
  burma: 'MM',
  'ivory coast': 'CI',
  'cape verde': 'CV',
  swaziland: 'SZ',
  macedonia: 'MK',
  turkey: 'TR',
  'hong kong': 'HK',
  macau: 'MO',
  taiwan: 'TW',
  'peoples republic of china': 'CN',
  prc: 'CN',
  deutschland: 'DE',
  brd: 'DE',
  espana: 'ES',
  osterreich: 'AT',
  schweiz: 'CH',
  suisse: 'CH',
  cesko: 'CZ',
  slovensko: 'SK',
  gbr: 'GB',
  cze: 'CZ',
  svk: 'SK',
  deu: 'DE',
  ger: 'DE',
  aut: 'AT',
  che: 'CH',
  sui: 'CH',
  fra: 'FR',
  ita: 'IT',
  esp: 'ES',
  prt: 'PT',
  pol: 'PL',
  hun: 'HU',
  nld: 'NL',
  ned: 'NL',
  bel: 'BE',
  lux: 'LU',
  dnk: 'DK',
  den: 'DK',
  swe: 'SE',
  nor: 'NO',
  fin: 'FI',
  irl: 'IE',
  isl: 'IS',
  est: 'EE',
  lva: 'LV',
  ltu: 'LT',
  grc: 'GR',
  rou: 'RO',
  bgr: 'BG',
  hrv: 'HR',
  svn: 'SI',
  srb: 'RS',
  ukr: 'UA',
  tur: 'TR',
  isr: 'IL',
  can: 'CA',
  mex: 'MX',
  bra: 'BR',
  arg: 'AR',
  chl: 'CL',
  col: 'CO',
  per: 'PE',
  aus: 'AU',
  nzl: 'NZ',
  jpn: 'JP',
  chn: 'CN',
  kor: 'KR',
  ind: 'IN',
  idn: 'ID',
  sgp: 'SG',
  tha: 'TH',
  vnm: 'VN',
  phl: 'PH',
  mys: 'MY',
  zaf: 'ZA',
  nga: 'NG',
  ken: 'KE',
  egy: 'EG',
  are: 'AE',
  sau: 'SA',
}

const locales = ['en', 'cs', 'de', 'fr', 'es', 'it', 'pl', 'sk']

let names: Map<string, string> | undefined

function nameKey(text: string): string {
  return fold(text)
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function knownNames(): Map<string, string> {
  if (names) return names
  names = new Map(codes.map(code => [code.toLowerCase(), code]))
  for (const locale of locales) {
    const display = new Intl.DisplayNames(locale, { type: 'region' })
    for (const code of codes) {
      const key = nameKey(display.of(code)!)
      if (!names.has(key)) names.set(key, code)
    }
  }
  for (const [alias, code] of Object.entries(aliases)) names.set(alias, code)
  return names
}

/** The two-letter code of a country given by its code or its name in several languages; one slip of the pen is forgiven. */
export function parseCountry(text: string): string | null {
  const key = nameKey(text)
  if (key === '') return null
  const known = knownNames()
  const exact = known.get(key) ?? known.get(key.replace(/^the /, ''))
  if (exact !== undefined) return exact
  if (key.length < 6) return null
  const near = new Set<string>()
  for (const [name, code] of known)
    if (Math.abs(name.length - key.length) <= 1 && name[0] === key[0] && isOneSlip(name, key)) near.add(code)
  return near.size === 1 ? [...near][0]! : null
}

/** Whether one letter added, left out or changed makes `a` into `b`. */
export function isOneSlip(a: string, b: string): boolean {
  if (a.length > b.length) return isOneSlip(b, a)
  if (b.length - a.length > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return a.slice(a.length === b.length ? at + 1 : at) === b.slice(at + 1)
}
