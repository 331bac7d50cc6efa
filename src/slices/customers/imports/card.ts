import ICAL from 'ical.js'
import type { HandleKind } from '../contacts/schema.ts'
import { settleContact } from './row.ts'
import { cleanCell } from './rows/cell.ts'
import { contactSetter, emptyContact } from './rows/contact-row.ts'
import type { ContactDraft, ParsedRow, RowRules } from './rows/draft.ts'
import { Report } from './rows/report.ts'

type Parameters = Record<string, string | string[] | undefined>
type Property = [name: string, parameters: Parameters, type: string, ...values: (string | string[])[]]

const binary = /^(?:[\w-]+\.)?(photo|logo|sound|key)[;:]/i

/** Reads cards of vCard 3.0 and 4.0, and of 2.1 as Outlook and old phones write it. */
export function cardReader(rules: RowRules): (row: number, cells: readonly string[]) => ParsedRow<ContactDraft> {
  const report = new Report()
  const setters = new Map<string, ReturnType<typeof contactSetter>>()
  return (row, cells) => {
    report.reset()
    const draft = emptyContact(row)
    const put = (target: string, value: string | undefined) => {
      const text = cleanCell(value ?? '')
      if (text === '') return
      let setter = setters.get(target)
      if (!setter) setters.set(target, (setter = contactSetter(target, rules)))
      setter(draft, text, report)
    }
    const properties = parseCard(cells[0] ?? '')
    if (properties === null) report.refuse('This card cannot be read.')
    for (const property of properties ?? []) {
      report.column = property[0].toUpperCase()
      read(property, put, report)
    }
    report.column = null
    if (!draft.name && !draft.firstName && !draft.lastName && draft.company?.name) draft.name = draft.company.name
    settleContact(draft, rules, report)
    return { row, draft, problems: report.problems, warnings: report.warnings }
  }
}

/** The properties of a card; null when it is none. */
export function parseCard(text: string): Property[] | null {
  const lines = unfold(text).filter(line => !binary.test(line) && /^[\w.-]+[;:]/.test(line))
  try {
    const [kind, properties] = ICAL.parse(lines.map(toCurrent).join('\r\n')) as [string, Property[]]
    return kind === 'vcard' ? properties : null
  } catch {
    return null
  }
}

/** Text of a card as it is shown among the refused rows: without pictures. */
export function cardText(text: string): string {
  return unfold(text)
    .filter(line => !binary.test(line))
    .join('\n')
}

/** Lines with their continuations: folded ones, and those that quoted-printable breaks with `=`. */
function unfold(text: string): string[] {
  const lines: string[] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = lines.at(-1)
    if (last !== undefined && /^[ \t]/.test(line)) lines[lines.length - 1] = last + line.slice(1)
    else if (
      last !== undefined &&
      /;ENCODING=QUOTED-PRINTABLE/i.test(last.slice(0, last.indexOf(':'))) &&
      last.endsWith('=')
    )
      lines[lines.length - 1] = last.slice(0, -1) + line
    else if (line !== '') lines.push(line)
  }
  return lines
}

/** A line of version 2.1 in the manner of 3.0; others stay as they are. */
function toCurrent(line: string): string {
  if (/^VERSION:2\.1/i.test(line)) return 'VERSION:3.0'
  const colon = line.indexOf(':')
  const [name, ...parameters] = line.slice(0, colon).split(';')
  const encoding = parameters.find(parameter => /^(ENCODING=)?QUOTED-PRINTABLE$/i.test(parameter))
  const charset = parameters.find(parameter => /^CHARSET=/i.test(parameter))
  const isOld =
    encoding !== undefined ||
    charset !== undefined ||
    parameters.some(parameter => !parameter.includes('=') && !parameter.includes('"'))
  if (!isOld) return line
  const kept = parameters
    .filter(parameter => parameter !== encoding && parameter !== charset)
    .map(parameter => (parameter.includes('=') ? parameter : `TYPE=${parameter}`))
  const value = encoding
    ? decodeQuoted(line.slice(colon + 1), charset?.slice('CHARSET='.length) ?? 'utf-8')
    : line.slice(colon + 1)
  return `${[name, ...kept].join(';')}:${value}`
}

function decodeQuoted(text: string, charset: string): string {
  const bytes = Buffer.from(
    text.replace(/=([0-9a-f]{2})|[^\x00-\x7f]/gi, (found, hex?: string) =>
      hex ? String.fromCharCode(parseInt(hex, 16)) : Buffer.from(found).toString('latin1'),
    ),
    'latin1',
  )
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(charset)
  } catch {
    decoder = new TextDecoder('utf-8')
  }
  return decoder.decode(bytes).replace(/\r\n?|\n/g, '\\n')
}

const social: Record<string, HandleKind> = {
  twitter: 'x',
  x: 'x',
  instagram: 'instagram',
  facebook: 'facebook',
  linkedin: 'linkedin',
  telegram: 'telegram',
  github: 'github',
  mastodon: 'mastodon',
  bluesky: 'bluesky',
  whatsapp: 'whatsapp',
}
const hosts: [RegExp, HandleKind][] = [
  [/^(?:[\w-]+\.)?(?:x|twitter)\.com$/, 'x'],
  [/^(?:[\w-]+\.)?instagram\.com$/, 'instagram'],
  [/^(?:[\w-]+\.)?facebook\.com$/, 'facebook'],
  [/^(?:[\w-]+\.)?linkedin\.com$/, 'linkedin'],
  [/^t\.me$/, 'telegram'],
  [/^(?:www\.)?github\.com$/, 'github'],
  [/^bsky\.app$/, 'bluesky'],
]

function read(
  [name, parameters, , ...values]: Property,
  put: (target: string, value: string | undefined) => void,
  report: Report,
): void {
  const first = values[0] ?? ''
  const text = typeof first === 'string' ? first : first.join(' ')
  const parts = typeof first === 'string' ? [first] : first.map(part => (Array.isArray(part) ? part.join(' ') : part))
  switch (name) {
    case 'fn':
      return put('name', text)
    case 'n':
      put('lastName', parts[0])
      return put('firstName', [parts[1], parts[2]].filter(Boolean).join(' '))
    case 'email':
      return put('email', text.replace(/^mailto:/i, ''))
    case 'tel':
      return put('phone', text.replace(/^tel:/i, '').replace(/;ext=/i, ' ext. '))
    case 'org':
      return put('company', parts[0])
    case 'title':
      return put('jobTitle', text)
    case 'adr':
      put('street', [parts[2], parts[1]].filter(Boolean).join(', '))
      put('city', parts[3])
      put('region', parts[4])
      put('postalCode', parts[5])
      return put('country', parts[6])
    case 'bday':
      if (/^--|^1604-/.test(text)) return report.warn('A birthday without a year cannot be kept; left empty.')
      return put('birthday', text.slice(0, 10))
    case 'note':
      return put('note', text)
    case 'categories':
      return values.forEach(value => put('tags', String(value)))
    case 'uid':
      return put('externalId', text)
    case 'lang':
      return put('language', text)
    case 'tz':
      return text.includes('/') ? put('timeZone', text) : undefined
    case 'url':
      return put(...urlTarget(text))
    case 'x-socialprofile':
    case 'socialprofile': {
      const kind = social[String([parameters['type'] ?? parameters['service-type']].flat()[0] ?? '').toLowerCase()]
      return kind ? put(`handle.${kind}`, String(parameters['x-user'] ?? text)) : put(...urlTarget(text))
    }
  }
}

function urlTarget(text: string): [target: string, value: string] {
  const address = text.replaceAll('\\', '').trim()
  const host = URL.canParse(address) ? new URL(address).hostname : ''
  const kind = hosts.find(([pattern]) => pattern.test(host))?.[1]
  return [kind ? `handle.${kind}` : 'handle.website', address]
}
