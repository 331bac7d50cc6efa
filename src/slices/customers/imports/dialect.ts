import { parse } from 'csv-parse/sync'
import { AppError } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { storedMark } from '../../../kernel/text.ts'
import { delimiters, type Delimiter, type Encoding } from './schema.ts'

const words = defineMessages('imports.dialect', {
  zeroByte: 'Byte {at} of the file is zero, which no text has. Save the file as CSV (UTF-8) and upload that.',
})

/** How a text file is written. `hint` is the line `sep=;` that Excel puts before the heading. */
export interface Dialect {
  encoding: Encoding
  delimiter: Delimiter
  hasHeader: boolean
  hasHint: boolean
}

/**
 * By the byte order mark, else by the zero bytes of UTF-16, which are every second one of most texts, else UTF-8 when the
 * whole file is valid UTF-8.
 */
export function sniffEncoding(head: Uint8Array, isUtf8: boolean): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  const zeros = [0, 0]
  const length = Math.min(head.length, 4096)
  for (let at = 0; at < length; at++) if (head[at] === 0) zeros[at % 2]!++
  const [even, odd] = [zeros[0]!, zeros[1]!]
  if (Math.max(even, odd) > length / 20 && Math.min(even, odd) < length / 100)
    return odd > even ? 'utf-16le' : 'utf-16be'
  const at = head.indexOf(0)
  if (at >= 0) throw new AppError('invalid', say(words, 'zeroByte', { at: at + 1 }))
  return isUtf8 ? 'utf-8' : 'windows-1252'
}

/** Reads a stream of chunks once to tell whether all of it is valid UTF-8. */
export class Utf8Check {
  #decoder = new TextDecoder('utf-8', { fatal: true })
  isValid = true

  push(chunk: Uint8Array): void {
    this.#decode(chunk, true)
  }

  end(): boolean {
    this.#decode(new Uint8Array(), false)
    return this.isValid
  }

  #decode(chunk: Uint8Array, stream: boolean): void {
    if (!this.isValid) return
    try {
      this.#decoder.decode(chunk, { stream })
    } catch {
      this.isValid = false
    }
  }
}

export function decodeHead(head: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true }).replaceAll(storedMark, ' ')
}

/** The dialect of a file that begins with `text`; `isWhole` when nothing follows. */
export function sniffDialect(text: string, encoding: Encoding, isWhole: boolean): Dialect {
  const hint = /^sep=([,;\t|])\r?\n/i.exec(text)
  const body = hint ? text.slice(hint[0].length) : text
  const delimiter = hint ? (hint[1] as Delimiter) : sniffDelimiter(body, isWhole)
  const [first = []] = readSample(body, delimiter, isWhole, 1)
  return { encoding, delimiter, hasHeader: isHeading(first), hasHint: hint !== null }
}

/** The first records of `text` without the last, cut one. */
export function readSample(text: string, delimiter: Delimiter, isWhole: boolean, to = 20_000): string[][] {
  const records = parse(text, {
    ...csvOptions(delimiter),
    to: to + 1,
    on_skip: () => undefined,
    skip_records_with_error: true,
  }) as string[][]
  if (!isWhole && records.length <= to) records.pop()
  return records.slice(0, to)
}

/** One way to read CSV everywhere: quotes as in RFC 4180, forgiving elsewhere. */
export function csvOptions(delimiter: Delimiter) {
  return {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  }
}

/** The delimiter that cuts most of the first records into the same number of cells. */
function sniffDelimiter(text: string, isWhole: boolean): Delimiter {
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    const widths = readSample(text.slice(0, 65_536), delimiter, isWhole && text.length <= 65_536, 100).map(
      record => record.length,
    )
    const width = widths[0] ?? 1
    if (width < 2) continue
    const score = widths.filter(other => other === width).length / widths.length + width / 1000
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return best
}

/** A heading names things: no cell of it is an address, a number or a date, and it has no cell twice. */
function isHeading(cells: readonly string[]): boolean {
  const named = cells.map(cell => cell.trim()).filter(cell => cell !== '')
  if (named.length === 0) return true
  return !named.some(cell => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell) || /^[-+(]?[\d][\d\s.,:/)T-]*Z?$/.test(cell))
}
