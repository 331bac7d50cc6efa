import fc from 'fast-check'
import type { Shape } from '../tenant-matrix/requests.ts'

export const texts = [
  '',
  ' ',
  '\u202e',
  'a\r\nb: c',
  'a\tb',
  '%00',
  '../../etc/passwd',
  "'; drop table contacts; --",
  '{{constructor.constructor}}',
  '=1+1',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '😀'.repeat(100),
  '😀'.repeat(1000),
  'e\u0301'.repeat(100),
  'ﷺ'.repeat(190),
  'x'.repeat(200),
  'x'.repeat(5000),
  'NaN',
  '-0',
  '1e400',
  '9'.repeat(40),
  'null',
  '[]',
  '\\',
  '%',
  '_',
  'a@b.c',
  'http://[::1',
  'javascript:alert(1)',
  '+420 777 123 456 ext. 99999999999',
]
/** At the edges of calendars. */
export const dates = [
  '0000-01-01',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '9999-12-31T23:59:59-23:59',
  '2026-02-30',
  '2026-02-30T10:00:00Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T00:00:60Z',
  '2026-01-01T00:00:00+99:59',
  '0001-01-01T00:00:00+14:00',
  '1000-01-01',
  '-000001-01-01T00:00:00Z',
  '+010000-01-01T00:00:00Z',
  'infinity',
  'now',
]
const numbers = [0, -0, -1, 1.5, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53 - 1, -(2 ** 53) + 1, 2 ** 53, 2 ** 63]

export const nonsenseText = fc.oneof(fc.constantFrom(...texts, ...dates), fc.string({ unit: 'binary', maxLength: 40 }))

/** Any JSON: mostly what no schema wants. */
export const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  nonsenseText,
  fc.constantFrom<unknown>(...numbers, null, true, [], {}, [[]], { a: { b: {} } }),
  fc.constant(Array.from({ length: 3000 }, () => 'x')),
)

/** Values of a shape's own type at its edges, which its schema may accept. */
export function edgesOf(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.enum) return fc.constantFrom(...shape.enum)
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map(edgesOf))
  switch (shape.type) {
    case 'integer':
    case 'number':
      return fc.constantFrom(...numbers, ...[shape.minimum, shape.maximum].flatMap(bound => bound ?? []))
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(edgesOf(shape.items ?? {}), { maxLength: 3 })
    case 'string':
      return textsOf(shape)
    default:
      return nonsense
  }
}

function textsOf({ format, pattern }: Shape): fc.Arbitrary<unknown> {
  if (format?.startsWith('date')) return fc.constantFrom(...dates)
  if (format === 'uuid') return fc.oneof(fc.uuid(), nonsenseText)
  const fitting = pattern && !/\(\?[!=<]/.test(pattern) ? [fc.stringMatching(new RegExp(pattern, 'u'))] : []
  return fc.oneof(nonsenseText, ...fitting)
}

/** Where values stand in a body: each property of it and of the objects and lists inside. */
export function placesOf(shape: Shape, path: string[] = []): { path: string[]; shape: Shape }[] {
  if (shape.anyOf) return shape.anyOf.flatMap(part => placesOf(part, path))
  const here = path.length > 0 ? [{ path, shape }] : []
  if (shape.items) return [...here, ...placesOf(shape.items, [...path, '0'])]
  const inner = Object.entries(shape.properties ?? {}).flatMap(([name, part]) => placesOf(part, [...path, name]))
  return [...here, ...inner]
}

const operators = [
  '',
  ...['eq', 'ne', 'in', 'gt', 'gte', 'lt', 'lte', 'contains', 'empty', 'or'].map(name => `[${name}]`),
]

/** What the rows of a list hold, and so what it is filtered and sorted by. */
export function columnsOf(row: Shape | undefined): string[] {
  return Object.keys(row?.properties?.['items']?.items?.properties ?? {})
}

/** Queries with one parameter, filter, sort or cursor that is odd. */
export function listQueries(shape: Shape | undefined, columns: string[]): fc.Arbitrary<Record<string, string>> {
  const fields = Object.entries(shape?.properties ?? {})
  if (fields.length === 0) return fc.constant({})
  const parameters = fields.map(([name, part]) => fc.record({ [name]: fc.oneof(edgesOf(part), nonsense).map(asText) }))
  if (!('cursor' in shape!.properties!)) return fc.oneof(...parameters)
  const column = fc.constantFrom(...columns, 'a"b')
  const operand = fc.oneof(nonsense, fc.constantFrom('1', 'true', '2026-02-01', '1,2', 'EUR')).map(asText)
  const filter = fc
    .tuple(column, fc.constantFrom(...operators), operand)
    .map(([name, by, value]) => ({ [`filter[${name}]${by}`]: value }))
  const sort = fc.tuple(fc.constantFrom('', '-'), column).map(([direction, name]) => ({ sort: direction + name }))
  const cursor = fc.tuple(sort, nonsense, fc.oneof(fc.uuid(), nonsense)).map(([{ sort: by }, value, id]) => ({
    sort: by,
    cursor: Buffer.from(JSON.stringify([by, value, id])).toString('base64url'),
  }))
  return fc.oneof(
    { weight: 1, arbitrary: fc.oneof(...parameters) },
    { weight: 3, arbitrary: filter },
    { weight: 1, arbitrary: sort },
    { weight: 2, arbitrary: cursor },
  )
}

/** As text that can stand in an address. */
function asText(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed().slice(0, 5000)
}
