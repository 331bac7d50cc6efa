import { fold } from '../../../../kernel/text.ts'
import { meaningsOf } from './word.ts'
import { isOneSlip } from '../../../../models/linkage/distance.ts'

const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  )

/** Names in use that no list of names has. */
const aliases: Record<string, string> = {
  AE: 'uae',
  AT: 'osterreich',
  CH: 'schweiz|suisse',
  CI: 'ivory coast',
  CN: 'peoples republic of china|prc',
  CV: 'cape verde',
  CZ: 'czech republic|ceska republika|cesko',
  DE: 'deutschland|brd',
  ES: 'espana',
  GB: 'uk|u k|great britain|britain|england|scotland|wales|northern ireland',
  HK: 'hong kong',
  IE: 'eire|republic of ireland',
  KR: 'korea|republic of korea',
  MK: 'macedonia',
  MM: 'burma',
  MO: 'macau',
  NL: 'holland|the netherlands',
  RU: 'russian federation',
  SK: 'slovak republic|slovenska republika|slovensko',
  SZ: 'swaziland',
  TR: 'turkey',
  TW: 'taiwan',
  US: 'usa|u s a|u s|america|united states of america',
  VN: 'viet nam',
  ZA: 'rsa',
}

/** Codes of three letters that files have. */
const longCodes =
  'are:AE arg:AR aut:AT aus:AU bel:BE bgr:BG bra:BR can:CA che:CH sui:CH chl:CL chn:CN col:CO cze:CZ deu:DE ger:DE dnk:DK den:DK est:EE egy:EG esp:ES fin:FI fra:FR gbr:GB grc:GR hrv:HR hun:HU idn:ID irl:IE isr:IL ind:IN isl:IS ita:IT jpn:JP ken:KE kor:KR ltu:LT lux:LU lva:LV mex:MX mys:MY nga:NG nld:NL ned:NL nor:NO nzl:NZ per:PE phl:PH pol:PL prt:PT rou:RO srb:RS sau:SA swe:SE sgp:SG svn:SI svk:SK tha:TH tur:TR ukr:UA vnm:VN zaf:ZA'

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
  for (const [name, code] of meaningsOf(aliases)) names.set(name, code)
  for (const pair of longCodes.split(' ')) names.set(pair.slice(0, 3), pair.slice(4))
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
