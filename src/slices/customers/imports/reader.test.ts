import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { sniffDialect, sniffEncoding, decodeHead, Utf8Check, type Dialect } from './dialect.ts'
import { readCards, readCsv, type Open, type Position, type SourceRow } from './reader.ts'

const opener =
  (bytes: Buffer, size = 7): Open =>
  start =>
    Promise.resolve(
      Readable.from(
        (function* () {
          for (let at = start; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
        })(),
      ),
    )

async function all(rows: AsyncGenerator<SourceRow[]>): Promise<SourceRow[]> {
  const found: SourceRow[] = []
  for await (const some of rows) found.push(...some)
  return found
}

const plain: Dialect = { encoding: 'utf-8', delimiter: ',', hasHeader: true, hasHint: false }

const utf16 = (text: string, isBig = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}
const dialectOf = (bytes: Buffer) => {
  const check = new Utf8Check()
  for (let at = 0; at < bytes.length; at += 3) check.push(bytes.subarray(at, at + 3))
  const encoding = sniffEncoding(bytes, check.end())
  return sniffDialect(decodeHead(bytes, encoding), encoding, true)
}

describe('dialects', () => {
  const text = 'name;city\r\nMarta Nováková;Žďár\r\n"Jan; Novák";"Brno\r\nstřed"\r\n'
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\ufeff' + text), 'utf-8'],
    ['UTF-16 LE with a mark', utf16('\ufeff' + text), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16('\ufeff' + text, true), 'utf-16be'],
    ['UTF-16 LE', utf16(text), 'utf-16le'],
    ['UTF-16 BE', utf16(text, true), 'utf-16be'],
  ])('%s', async (_, bytes, encoding) => {
    const dialect = dialectOf(bytes)
    expect(dialect).toEqual({ encoding, delimiter: ';', hasHeader: true, hasHint: false })
    const rows = await all(readCsv(opener(bytes), dialect, null))
    expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
      [2, ['Marta Nováková', 'Žďár']],
      [3, ['Jan; Novák', 'Brno\r\nstřed']],
    ])
  })

  test('Cyrillic in UTF-16, of which few bytes are zero', () => {
    const bytes = utf16('имя;город\r\nМария Иванова;Нижний Новгород\r\n')
    expect(dialectOf(bytes)).toMatchObject({ encoding: 'utf-16le', delimiter: ';' })
  })

  test('a single zero byte is no sign of UTF-16: it is named, and the file refused', () => {
    const bytes = Buffer.from('name,city\nMar\0ta,Brno\n')
    expect(() => sniffEncoding(bytes, true)).toThrow(/Byte 14 of the file is zero/)
  })

  test('Windows-1252', async () => {
    const bytes = Buffer.from('name,city\nJosé Müller,Köln\n', 'latin1')
    const dialect = dialectOf(bytes)
    expect(dialect.encoding).toBe('windows-1252')
    expect((await all(readCsv(opener(bytes), dialect, null)))[0]!.cells).toEqual(['José Müller', 'Köln'])
  })

  test.each([
    ['a\tb\n1\t2,5\n', '\t', true],
    ['a|b|c\n1|2|3\n', '|', true],
    ['sep=;\na;b\n1;2\n', ';', true],
    ['marta@example.com,Marta\njan@example.com,Jan\n', ',', false],
    ['name\nMarta\n', ',', true],
  ])('%j', (sample, delimiter, hasHeader) => {
    expect(dialectOf(Buffer.from(sample))).toMatchObject({ delimiter, hasHeader, hasHint: sample.startsWith('sep') })
  })

  test('a hint line is not a row', async () => {
    const bytes = Buffer.from('sep=;\r\na;b\r\n1;2\r\n')
    expect(await all(readCsv(opener(bytes), dialectOf(bytes), null))).toMatchObject([{ row: 2, cells: ['1', '2'] }])
  })
})

describe('reading on', () => {
  const text = '\ufeffid,text\r\n1,"a ""b"", c"\r\n\r\n2,č\r,\n,,\n3,"two\r\nlines"\n4,12" pipe\n5,"x"y,z\n6,last'
  test.each([
    ['UTF-8', Buffer.from(text), plain],
    ['UTF-16', utf16(text), { ...plain, encoding: 'utf-16le' as const }],
    [
      'Windows-1252',
      Buffer.from(text.slice(1).replace('č', 'é'), 'latin1'),
      { ...plain, encoding: 'windows-1252' as const },
    ],
  ])('from any row gives the same rows, in %s', async (_, bytes, dialect) => {
    for (const size of [1, 2, 5, 64]) {
      const rows = await all(readCsv(opener(bytes, size), dialect, null))
      expect(rows.map(({ cells }) => cells[0])).toEqual(['1', '2', '3', '4', '5', '6'])
      for (const [index, { offset, row }] of rows.entries()) {
        const from: Position = { offset, row: row + 1 }
        const rest = await all(readCsv(opener(bytes, size), dialect, from))
        expect(
          rest.map(({ cells }) => cells),
          `after row ${row}, pieces of ${size}`,
        ).toEqual(rows.slice(index + 1).map(({ cells }) => cells))
      }
    }
  })

  test('a quotation mark that is never closed costs one row', async () => {
    const bytes = Buffer.from('id,name\n1,a\n2,"open\n3,c\n4,"d"\n')
    const rows = await all(readCsv(opener(bytes), plain, null))
    expect(rows.map(({ row, cells, fault }) => [row, cells, fault !== undefined])).toEqual([
      [2, ['1', 'a'], false],
      [3, ['2,"open'], true],
      [4, ['3', 'c'], false],
      [5, ['4', 'd'], false],
    ])
  })
})

test('cards', async () => {
  const text =
    'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jiří\r\nEND:VCARD\r\n\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:Eva\r\nEND:VCARD\r\nBEGIN:VCARD\nFN:cut'
  const bytes = Buffer.from(text)
  const rows = await all(readCards(opener(bytes), 'utf-8', null))
  expect(rows.map(({ row, fault }) => [row, fault !== undefined])).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ])
  expect(rows[1]!.cells[0]).toContain('FN:Eva')
  const rest = await all(readCards(opener(bytes), 'utf-8', { offset: rows[0]!.offset, row: 2 }))
  expect(rest[0]).toEqual(rows[1])
})
