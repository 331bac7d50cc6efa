import ICAL from 'ical.js'

type Parameters = Record<string, string | string[] | undefined>
export type CardProperty = [name: string, parameters: Parameters, type: string, ...values: (string | string[])[]]

const binary = /^(?:[\w-]+\.)?(photo|logo|sound|key)[;:]/i

/** The properties of a card; null when it is none. */
export function parseCard(text: string): CardProperty[] | null {
  const lines = unfold(text).filter(line => !binary.test(line) && /^[\w.-]+[;:]/.test(line))
  try {
    const [kind, properties] = ICAL.parse(lines.map(toCurrent).join('\r\n')) as [string, CardProperty[]]
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
  const named = parameters
    .filter(parameter => parameter !== encoding && parameter !== charset)
    .map(parameter => (parameter.includes('=') ? parameter : `TYPE=${parameter}`))
  const value = encoding
    ? decodeQuoted(line.slice(colon + 1), charset?.slice('CHARSET='.length) ?? 'utf-8')
    : line.slice(colon + 1)
  return `${[name, ...named].join(';')}:${value}`
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
