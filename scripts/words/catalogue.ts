import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseSync } from 'vite'
import { absenceOf } from '../../src/kernel/errors.ts'
import { readAddress } from '../../src/kernel/messages.ts'
import { formsOf } from '../../src/kernel/noun.ts'

export const root = join(import.meta.dirname, '../..')

/** A call of `defineMessages`, `defineText`, `defineNoun` or `defineAbsence` as it stands in the source. */
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
    if (!/define(Messages|Text|Noun|Absence)\(/.test(source)) return []
    const groups: Group[] = []
    visit(parseSync(file, source).program as unknown as Node, node => {
      if (node.type !== 'CallExpression') return
      const defined = definedBy(node)
      if (defined) groups.push({ ...defined, file, folder: folderOf(file) })
    })
    return groups
  })
}

function definedBy(call: Node): Pick<Group, 'name' | 'english'> | undefined {
  const [first, english, ...rest] = call['arguments'] as Node[]
  const name = String(first?.['value'])
  switch ((call['callee'] as Node)['name']) {
    case 'defineMessages': {
      // Behind a `satisfies`, if there is one.
      const written = (english!['expression'] ?? english) as Node
      const properties = written['properties'] as Node[] | undefined
      return properties && { name, english: new Map(properties.map(readProperty)) }
    }
    case 'defineText': {
      const { group, key } = readAddress(name)
      return { name: group, english: new Map([[key, String(english!['value'])]]) }
    }
    case 'defineNoun':
      return { name, english: new Map(Object.entries(formsOf(String(english!['value']), String(rest[0]!['value'])))) }
    case 'defineAbsence':
      return { name, english: new Map(Object.entries(absenceOf(String(english!['value'])))) }
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
