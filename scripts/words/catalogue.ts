import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseSync } from 'vite'
import { absenceOf } from '../../src/kernel/errors.ts'
import { formsOf } from '../../src/kernel/noun.ts'

export const root = join(import.meta.dirname, '../..')

/** A call of `defineMessages`, `defineNoun` or `defineAbsence` as it stands in the source. */
export interface Group {
  name: string
  file: string
  /** Where its other languages are: `src/slices/customers/contacts/words`. */
  folder: string
  english: Map<string, string>
}

export interface Translation {
  language: string
  file: string
  groups: Record<string, Record<string, string>>
}

export interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/** Every group of texts, read from the sources without running them. */
export function readGroups(): Group[] {
  return sources().flatMap(file => {
    const source = readFileSync(join(root, file), 'utf8')
    if (!/define(Messages|Noun|Absence)\(/.test(source)) return []
    const groups: Group[] = []
    visit(parseSync(file, source).program as unknown as Node, node => {
      if (node.type !== 'CallExpression') return
      const english = englishIn(node)
      if (!english) return
      const [name] = node['arguments'] as Node[]
      groups.push({ name: String(name!['value']), file, folder: folderOf(file), english })
    })
    return groups
  })
}

function englishIn(call: Node): Map<string, string> | undefined {
  const [, english, ...rest] = call['arguments'] as Node[]
  switch ((call['callee'] as Node)['name']) {
    case 'defineMessages': {
      // Behind a `satisfies`, if there is one.
      const written = (english!['expression'] ?? english) as Node
      return written['properties'] ? new Map((written['properties'] as Node[]).map(readProperty)) : undefined
    }
    case 'defineNoun':
      return new Map(Object.entries(formsOf(String(english!['value']), String(rest[0]!['value']))))
    case 'defineAbsence':
      return new Map(Object.entries(absenceOf(String(english!['value']))))
    default:
      return undefined
  }
}

export function readTranslations(): Translation[] {
  return globSync('src/**/words/*.json', { cwd: root }).map(file => ({
    language: basename(file, '.json'),
    file,
    groups: JSON.parse(readFileSync(join(root, file), 'utf8')) as Translation['groups'],
  }))
}

export function sources(): string[] {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
  return files.filter(file => !/\.(test|fixture|gen|d)\.tsx?$/.test(file)).toSorted()
}

function folderOf(file: string): string {
  const part = /^src\/(slices\/[^/]+\/[^/]+|[^/]+)\//.exec(file)![0]
  return join(dirname(`${part}x`), 'words')
}

function readProperty(property: Node): [string, string] {
  const key = property['key'] as Node
  const value = property['value'] as Node
  const [quasi] = (value['quasis'] as { value: { cooked: string } }[] | undefined) ?? []
  return [String(key['name'] ?? key['value']), String(value['value'] ?? quasi?.value.cooked)]
}

export function visit(node: unknown, found: (node: Node) => void): void {
  if (Array.isArray(node)) for (const part of node) visit(part, found)
  else if (typeof node === 'object' && node !== null) {
    if ('type' in node) found(node as Node)
    for (const part of Object.values(node)) if (typeof part === 'object') visit(part, found)
  }
}
