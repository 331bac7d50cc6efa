import type { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { AppError } from '../../../kernel/errors.ts'
import { defineMessages, refusal, say } from '../../../kernel/messages.ts'
import { clip, storedMark } from '../../../kernel/text.ts'
import { csvOptions, type Dialect } from './dialect.ts'
import type { Encoding } from './schema.ts'

const words = defineMessages('imports.reader', {
  openQuote: 'A quotation mark in this row is opened and never closed.',
  largeCard: 'This card is larger than 8 MB or has no end.',
  endlessCard: 'This card has no end.',
  brokenQuotes:
    'More than {mostFaults} rows have a quotation mark that is never closed. Correct the file and import it again.',
})

/** Where reading goes on: after how many bytes of the text (in UTF-8), and which row comes next. */
export interface Position {
  offset: number
  row: number
}

export interface SourceRow {
  /** As a spreadsheet counts: the heading is row 1. */
  row: number
  cells: string[]
  /** Position after this row. */
  offset: number
  /** Why the row cannot be read at all. */
  fault?: string
}

/** Opens the file's bytes from `start`. */
export type Open = (start: number) => Promise<Readable>

const start: Position = { offset: 0, row: 1 }
const mostFaults = 1000

/**
 * The rows of a CSV file from a position on, some at a time and never more than a piece of the file in memory. Rows of
 * empty cells are passed over. A row whose quotation mark is never closed is given back as faulty, and reading goes on
 * with the next line.
 */
export async function* readCsv(open: Open, dialect: Dialect, from: Position | null): AsyncGenerator<SourceRow[]> {
  let at = from ?? start
  let skip = from === null ? Number(dialect.hasHint) + Number(dialect.hasHeader) : 0
  let faults = 0
  for (;;) {
    let rows: SourceRow[] = []
    let failure: Error | null = null
    const begin = at
    const parser = parse({
      ...csvOptions(dialect.delimiter),
      bom: begin.offset === 0,
      on_record(cells: string[], { bytes }) {
        if (failure) return null
        if (cells.some(cell => hasSwallowed(cell, dialect.delimiter))) {
          failure = new Error('A cell holds other rows.')
          return null
        }
        const offset = begin.offset + bytes
        if (skip > 0) {
          skip--
          at = { offset, row: dialect.hasHeader && skip === 0 ? 2 : 1 }
          return null
        }
        if (cells.some(cell => cell !== '' && cell.trim() !== '')) rows.push({ row: at.row, cells, offset })
        at = { offset, row: at.row + 1 }
        return null
      },
    })
    parser.on('error', error => (failure = error)).resume()
    for await (const chunk of decoded(open, dialect.encoding, begin.offset)) {
      await new Promise<void>(done => parser.write(chunk, () => done()))
      if (rows.length > 0) yield rows
      rows = []
      if (failure) break
    }
    if (!failure) await new Promise<void>(done => parser.end(() => done()))
    if (rows.length > 0) yield rows
    if (!failure) return
    parser.destroy()
    if (++faults > mostFaults) {
      throw new AppError('unprocessable', say(words, 'brokenQuotes', { mostFaults }))
    }
    const line = await readLine(open, dialect.encoding, at.offset)
    const next = { offset: at.offset + line.length, row: at.row + 1 }
    yield [
      {
        row: at.row,
        cells: [line.text],
        offset: next.offset,
        fault: refusal(words, 'openQuote'),
      },
    ]
    at = next
  }
}

/** Whether a quotation mark without its partner made later rows part of this cell. */
function hasSwallowed(cell: string, delimiter: string): boolean {
  if (cell.charCodeAt(0) !== 34) return false
  const line = cell.search(/[\r\n]/)
  return line > 0 && cell.indexOf(`${delimiter}"`, line) > 0
}

const cardEnd = /^END:VCARD[ \t]*\r?(\n|$)/im
const mostOfCard = 8_000_000

/** The cards of a vCard file, one a row. */
export async function* readCards(open: Open, encoding: Encoding, from: Position | null): AsyncGenerator<SourceRow[]> {
  let { offset, row } = from ?? start
  let text = ''
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of decoded(open, encoding, offset)) {
    text += decoder.decode(chunk, { stream: true })
    const rows: SourceRow[] = []
    for (let end = cardEnd.exec(text); end && (end[1] !== '' || chunk.length === 0); end = cardEnd.exec(text)) {
      const length = end.index + end[0].length
      const card = text.slice(0, length)
      offset += Buffer.byteLength(card)
      rows.push({ row: row++, cells: [card.replace(/^\ufeff/, '').trim()], offset })
      text = text.slice(length)
    }
    if (rows.length > 0) yield rows
    if (text.length > mostOfCard) {
      offset += Buffer.byteLength(text)
      yield [{ row: row++, cells: [clip(text, 500)], offset, fault: refusal(words, 'largeCard') }]
      text = ''
    }
  }
  text += decoder.decode()
  if (text.trim() !== '') {
    const isWhole = /^END:VCARD\s*$/im.test(text)
    yield [
      {
        row,
        cells: [text.trim()],
        offset: offset + Buffer.byteLength(text),
        ...(isWhole ? {} : { fault: refusal(words, 'endlessCard') }),
      },
    ]
  }
}

/** The text of the file in UTF-8 from `offset` on; a space stands for the mark of our own texts, which is as long. */
async function* decoded(open: Open, encoding: Encoding, offset: number): AsyncGenerator<Buffer> {
  for await (const text of inUtf8(open, encoding, offset)) {
    const mark = storedMark.charCodeAt(0)
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at)) text[at] = 32
    yield text
  }
}

async function* inUtf8(open: Open, encoding: Encoding, offset: number): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') {
    yield* (await open(offset)) as AsyncIterable<Buffer>
    return
  }
  const decoder = new TextDecoder(encoding)
  let left = offset
  for await (const chunk of await open(0)) {
    const text = Buffer.from(decoder.decode(chunk as Uint8Array, { stream: true }))
    if (left >= text.length) left -= text.length
    else {
      yield text.subarray(left)
      left = 0
    }
  }
}

/** The next line with a text in it, and how many bytes it takes with the line breaks around it. */
async function readLine(open: Open, encoding: Encoding, offset: number): Promise<{ text: string; length: number }> {
  const chunks: Buffer[] = []
  const source = decoded(open, encoding, offset)
  for await (const chunk of source) {
    chunks.push(chunk)
    const line = firstLine(Buffer.concat(chunks))
    if (line) return line
  }
  const rest = Buffer.concat(chunks)
  return { text: rest.toString().trim(), length: rest.length }
}

function firstLine(bytes: Buffer): { text: string; length: number } | null {
  let begin = 0
  while (bytes[begin] === 10 || bytes[begin] === 13) begin++
  let end = begin
  while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++
  return end === bytes.length ? null : { text: bytes.subarray(begin, end).toString(), length: end }
}
