import type { MessageParam, MessageParams } from './message-params.ts'

/**
 * Fills an ICU-style message: `{name}`, `{count, plural, =0 {none} one {# contact} other {# contacts}}` and
 * `{kind, select, mail {…} other {…}}`, nested at will.
 */
export function translate(message: string, locale: string, params: MessageParams = {}): string {
  return fill(message, locale, params, undefined)
}

function fill(message: string, locale: string, params: MessageParams, counted: string | undefined): string {
  let out = ''
  let at = 0
  while (at < message.length) {
    const char = message[at]!
    if (char === '{') {
      const end = closing(message, at)
      out += argument(message.slice(at + 1, end), locale, params)
      at = end + 1
    } else {
      out += char === '#' && counted !== undefined ? counted : char
      at++
    }
  }
  return out
}

function argument(source: string, locale: string, params: MessageParams): string {
  const [name = '', kind, ...rest] = splitAtCommas(source)
  const param = params[name]
  if (param === undefined) return `{${name}}`
  if (kind === undefined) return textOf(param, locale)
  const branches = parseBranches(rest.join(','))
  if (kind === 'select')
    return fill(branches.get(textOf(param, locale)) ?? branches.get('other') ?? '', locale, params, undefined)
  const number = typeof param === 'object' ? Number('value' in param && param.value) : Number(param)
  const branch =
    branches.get(`=${number}`) ?? branches.get(pluralRules(locale).select(number)) ?? branches.get('other') ?? ''
  return fill(branch, locale, params, textOf(typeof param === 'string' ? number : param, locale))
}

function textOf(param: MessageParam, locale: string): string {
  if (typeof param === 'object' && 'day' in param) return dateFormat(locale).format(new Date(param.day))
  if (typeof param === 'object') return 'text' in param ? param.text : ''
  return typeof param === 'number' ? numberFormat(locale).format(param) : param
}

/** At most two commas separate: name, kind, branches. */
function splitAtCommas(source: string): string[] {
  const first = source.indexOf(',')
  if (first < 0) return [source.trim()]
  const second = source.indexOf(',', first + 1)
  if (second < 0) throw new Error(`A message argument lacks its branches: {${source}}`)
  return [source.slice(0, first).trim(), source.slice(first + 1, second).trim(), source.slice(second + 1)]
}

function parseBranches(source: string): Map<string, string> {
  const branches = new Map<string, string>()
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('{', at)
    if (open < 0) break
    const end = closing(source, open)
    branches.set(source.slice(at, open).trim(), source.slice(open + 1, end))
    at = end + 1
  }
  return branches
}

function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  throw new Error(`A message has an unclosed brace: ${text}`)
}

const plurals = new Map<string, Intl.PluralRules>()
function pluralRules(locale: string): Intl.PluralRules {
  let rules = plurals.get(locale)
  if (!rules) plurals.set(locale, (rules = new Intl.PluralRules(locale)))
  return rules
}

const numbers = new Map<string, Intl.NumberFormat>()
function numberFormat(locale: string): Intl.NumberFormat {
  let format = numbers.get(locale)
  if (!format) numbers.set(locale, (format = new Intl.NumberFormat(locale)))
  return format
}

const dates = new Map<string, Intl.DateTimeFormat>()
function dateFormat(locale: string): Intl.DateTimeFormat {
  let format = dates.get(locale)
  // British order for plain English, as on the screens.
  const spoken = locale === 'en' ? 'en-GB' : locale
  if (!format) dates.set(locale, (format = new Intl.DateTimeFormat(spoken, { dateStyle: 'long', timeZone: 'UTC' })))
  return format
}
