interface Option {
  value: string
  label: string
}

// ISO 3166-1 alpha-2; the names come from the browser in the reader's language.
const countries =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  )

const euro = new Set('AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA XK'.split(' '))
/** Their first two letters are the country's. */
const otherCurrencies =
  'AED ARS AUD BRL CAD CHF CLP CNY COP CZK DKK EGP GBP GEL HKD HUF IDR ILS INR ISK JPY KRW KZT MAD MXN MYR NGN NOK NZD PEN PHP PKR PLN RON RSD SAR SEK SGD THB TRY TWD UAH VND ZAR'.split(
    ' ',
  )

const made = new Map<string, readonly Option[]>()

/** Names in the order of the reader's language, made once. */
function sorted(name: string, locale: string, make: () => Option[]): readonly Option[] {
  const key = `${name} ${locale}`
  const options = made.get(key) ?? make().sort((one, other) => one.label.localeCompare(other.label, locale || 'en'))
  made.set(key, options)
  return options
}

export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code
}

export function countryOptions(locale: string): readonly Option[] {
  return sorted('country', locale, () => {
    const names = new Intl.DisplayNames(locale, { type: 'region' })
    return countries.map(value => ({ value, label: names.of(value) ?? value }))
  })
}

export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(code) ?? code
  } catch {
    return code
  }
}

const languages =
  'ar bg bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko lt lv mk ms nl no pl pt ro ru sk sl sq sr sv th tr uk ur vi zh'.split(
    ' ',
  )

export function languageOptions(locale: string): readonly Option[] {
  return sorted('language', locale, () => languages.map(value => ({ value, label: languageName(value, locale) })))
}

/** The likeliest currency of a country; US dollars where we do not know better. */
export function currencyOfCountry(country: string): string {
  if (euro.has(country)) return 'EUR'
  if (country === 'LI') return 'CHF'
  return otherCurrencies.find(currency => currency.startsWith(country)) ?? 'USD'
}

export function currencyOptions(locale: string): readonly Option[] {
  return sorted('currency', locale, () => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' })
    return Intl.supportedValuesOf('currency').map(value => ({ value, label: `${value} · ${names.of(value)}` }))
  })
}

export function timeZoneOptions(): readonly Option[] {
  return sorted('time zone', '', () =>
    ['UTC', ...Intl.supportedValuesOf('timeZone')].map(value => ({ value, label: value.replaceAll('_', ' ') })),
  )
}
