import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, Script } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { parseAst } from 'vite'
import { excerpt, fold } from '../kernel/text.ts'
import { day, instant, isTimeZone } from '../kernel/time.ts'
import { findCookie } from '../platform/auth/cookies.ts'
import { contentDisposition, safeFileName } from '../platform/files/file-name.ts'
import { mediaTypeOf } from '../platform/files/content.ts'
import { truncateAddress } from '../platform/http/security.ts'
import { cell } from '../platform/list/export.ts'
import { escapeLike, parseFilters } from '../platform/list/filter.ts'
import { parseMailbox } from '../platform/mail/mailbox.ts'
import { searchNeedle } from '../platform/record/list.ts'
import { normalizeDomain } from '../slices/customers/companies/company.ts'
import { searchText } from '../slices/customers/contacts/contact.ts'
import { normalizeHandle } from '../slices/customers/contacts/handle.ts'
import { handleKinds } from '../slices/customers/contacts/schema.ts'
import { mentionsOf, plainText } from '../slices/customers/notes/note.ts'
import { readNeedle } from '../slices/customers/search/needle.ts'

/** 50,000 characters against everything that reads text (attack 38): linear work takes a few milliseconds. */
const length = 50_000
const mostCpuMs = 250
const abortAfterMs = 5000

const sandbox: { work?: () => unknown } = createContext({})
const call = new Script('work()')

/** Milliseconds of CPU that `work` takes; stopped, which is a failure, when it does not end. */
function cpuOf(work: () => unknown): number {
  sandbox.work = work
  const before = process.cpuUsage()
  call.runInContext(sandbox, { timeout: abortAfterMs })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const fill = (part: string) => part.repeat(Math.ceil(length / part.length)).slice(0, length)
const parts = [
  'a',
  'A ',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '0',
  '0 ',
  '-',
  '.',
  'a.',
  '@',
  'a@',
  '@a.',
  '/',
  '(',
  '[',
  ']',
  '"',
  '""',
  "'",
  ',',
  ';',
  '=',
  '%',
  '%2',
  '+',
  '_',
  ':',
  '{',
  '}',
  '<',
  '&',
  '\\',
  'é',
  '\u0301\u0316',
  'ﷺ',
  '😀',
  '日本',
]
const long = parts.flatMap(part => [fill(part), `${fill(part)}\u0001`])

describe('every regular expression in the source', () => {
  const root = join(import.meta.dirname, '..')
  const found = globSync('**/*.{ts,tsx}', { cwd: root })
    .filter(file => !/\.test\.tsx?$|^testing\/|^app\/(tenant-matrix|hostile-input)\//.test(file))
    .flatMap(file => regexesOf(join(root, file)).map(regex => [`${file} ${regex}`, regex] as const))

  test('are found', () => {
    expect(found.length).toBeGreaterThan(200)
  })

  test.each(found)('%s', (_, regex) => {
    for (const text of [...long, ...ownTexts(regex)]) {
      const sample = text.slice(0, 20)
      expect([sample, cpuOf(() => text.replace(regex, '')) < mostCpuMs]).toEqual([sample, true])
    }
  })
})

function regexesOf(file: string): RegExp[] {
  const found: RegExp[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { regex } = node as { regex?: { pattern: string; flags: string } }
    if (regex) found.push(new RegExp(regex.pattern, regex.flags))
    else for (const child of Object.values(node)) visit(child)
  }
  visit(parseAst(readFileSync(file, 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }))
  return found
}

/** Texts made of what the pattern itself looks for. */
function ownTexts({ source }: RegExp): string[] {
  const first = source.replace(/\(\?[:=!<]*/g, '(').replace(/\(([^()|]*)\|[^()]*\)/g, '$1')
  const words = [source, first].flatMap(pattern =>
    pattern
      .replace(/\\[a-zA-Z](\{[^}]*\})?|[[\](){}|^$*+?.]/g, ' ')
      .replaceAll('\\', '')
      .split(/\s+/),
  )
  return [...new Set(words)]
    .filter(word => word.length > 0 && word.length < 40)
    .flatMap(word => [fill(word), `${fill(word)}\u0001`])
}

const noThrow = (work: () => unknown) => () => {
  try {
    work()
  } catch {
    // A refusal is as good as an answer.
  }
}
const readers: Record<string, (text: string) => unknown> = {
  fold,
  excerpt,
  instant: text => instant.safeParse(text),
  day: text => day.safeParse(text),
  isTimeZone,
  safeFileName,
  contentDisposition: text => contentDisposition('attachment', text),
  mediaTypeOf: text => mediaTypeOf(Buffer.from(text), text),
  findCookie: text => findCookie(text, 'rapport_session'),
  truncateAddress,
  cell,
  escapeLike,
  parseFilters: text => parseFilters({ [`filter[${text}]`]: text }, new Set()),
  parseMailbox,
  normalizeDomain,
  searchNeedle,
  searchText: text => searchText(text, [{ normal: text }]),
  mentionsOf,
  plainText,
  readNeedle: text => readNeedle(text, 'CZ'),
  ...Object.fromEntries(
    handleKinds.map(kind => [`handle ${kind}`, (text: string) => normalizeHandle(kind, text, 'CZ', 'value')]),
  ),
}

test.each(Object.entries(readers))('%s', (_, read) => {
  for (const text of long) {
    const sample = text.slice(0, 20)
    expect([sample, cpuOf(noThrow(() => read(text))) < mostCpuMs]).toEqual([sample, true])
  }
})
