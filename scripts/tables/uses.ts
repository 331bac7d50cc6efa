/** Who owns which table, and which table a definition of `record.ts` stands for, by its name. */
export interface Tables {
  owners: ReadonlyMap<string, readonly string[]>
  definitions: ReadonlyMap<string, string>
}

export interface Use {
  file: string
  kind: 'writes' | 'reads'
  table: string
}

/** Whether a contact was merged and into which is the business of contacts alone. */
export const mergedInto = 'contacts.merged_into'

const writeTo = String.raw`\b(?:insert\s+into|update|delete\s+from|merge\s+into|copy|alter\s+table(?:\s+if\s+exists)?)\s+(?:only\s+)?`
/** What takes several tables. */
const writeToAll = String.raw`\b(?:truncate(?:\s+table)?|lock(?:\s+table)?|drop\s+table(?:\s+if\s+exists)?)\s+(?:only\s+)?`
const anyWriteTo = `(?:${writeTo}|${writeToAll})`
const sqlName = String.raw`(?:"?public"?\.)?"?(\w+)`
const sqlWrite = new RegExp(anyWriteTo + sqlName, 'g')
const sqlWriteAll = new RegExp(String.raw`${writeToAll}([\w".]+(?:\s*,\s*(?:only\s+)?[\w".]+)+)`, 'g')
const sqlRead =
  /\b(?:from|join|using)\s+(?:only\s+|lateral\s+|\(\s*)*(?:"?public"?\.)?"?(\w+)|,\s*(\w+)\s+(?:as\s+)?\w+\s+(?:where|on)\b/g
/** `table deals` is all of `deals`. */
const sqlTable = new RegExp('[`(]' + String.raw`\s*table\s+(?:only\s+)?${sqlName}`, 'g')
const sqlList = /\b(?:from|using)\s+((?:\w+(?:\s+(?:as\s+)?\w+)?\s*,\s*)+\w+)/g
const builderWrite = /\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'(\w+)/g
const builderRead = /\b(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|using|from)\(\s*'(\w+)/g
const builderList = /\bselectFrom\(\s*\[([^\]]*)\]/g
const namedTable = /\bsql\.table\(\s*(?:'(\w+)'|(\w+)\.table\s*\))/g
/** A table that only a variable names may be any that the file names. */
const variableTable = /\bsql\.table\((?!\s*(?:'|\w+\.table\s*\)))/
const fragmentWrite = new RegExp(String.raw`${anyWriteTo}\$\{(?!\s*sql\.table\()`)
const variableWrite = new RegExp(String.raw`${anyWriteTo}\$\{\s*sql\.table\((?!\s*(?:'|\w+\.table\s*\)))`)
const writtenHere = new RegExp(String.raw`${anyWriteTo}\$\{$`)
const quotedName = /'(\w+)'/g
const keysOfType = /\b(?:Pick|Omit)<[^<>]*>/g
/** `'contacts' | 'companies'`: what a variable may name. */
const oneOfNames = /'(\w+)'(?=\s*\|)|(?<=\|\s*)'(\w+)'/g
const platformFile = String.raw`'(?:[^']*platform\/|\.\.\/)(?:record\/[\w-]+|db\/join|db\/row)\.ts'`
const platformImport = new RegExp(String.raw`\bimport \{([^}]*)\} from ${platformFile}`, 'g')
/** Whose calls would not be seen. */
const wholeImport = new RegExp(
  String.raw`\b(?:import \* as \w+ from |export [^'\`]*? from |import\(\s*)${platformFile}`,
)
const isReader = /^(?:lock|own|read|find|list|join|name|is|select|json)[A-Z]/

/** Every use in `file`, whose source is `text`, of a table that belongs to others. */
export function usesIn(file: string, text: string, { owners, definitions }: Tables): Use[] {
  const source = sourceOf(text)
  const found: Use[] = []
  const note = (kind: Use['kind'], name: string | undefined) => {
    const table = name?.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`) ?? ''
    const folders = owners.get(table)
    if (folders && !folders.some(folder => file.startsWith(`${folder}/`))) found.push({ file, kind, table })
  }
  for (const pattern of [sqlWrite, builderWrite]) for (const match of source.matchAll(pattern)) note('writes', match[1])
  for (const match of source.matchAll(sqlRead))
    if (!/\bdelete$/.test(source.slice(0, match.index).trimEnd())) note('reads', match[1] ?? match[2])
  for (const match of source.matchAll(sqlList))
    for (const part of match[1]!.split(',')) note('reads', part.trim().split(/\s/)[0])
  for (const match of source.matchAll(sqlWriteAll))
    for (const name of match[1]!.matchAll(/\w+/g)) note('writes', name[0])
  for (const match of source.matchAll(sqlTable)) note('reads', match[1])
  for (const match of source.matchAll(builderRead)) note('reads', match[1])
  for (const match of source.matchAll(builderList))
    for (const name of match[1]!.matchAll(/'(\w+)/g)) note('reads', name[1])
  for (const { 1: name, 2: definition, index } of source.matchAll(namedTable)) {
    const isWritten = writtenHere.test(source.slice(0, index))
    const isFragment = /[=:]\s*$/.test(source.slice(0, index)) && fragmentWrite.test(source)
    note(isWritten || isFragment ? 'writes' : 'reads', name ?? definitions.get(definition!))
  }
  if (variableTable.test(source))
    for (const match of source.matchAll(quotedName)) note(variableWrite.test(source) ? 'writes' : 'reads', match[1])
  if (writesUnnamed(text, { definitions }))
    for (const match of source.replace(keysOfType, '').matchAll(oneOfNames)) note('writes', match[1] ?? match[2])
  for (const { name, args } of callsToPlatform(source)) {
    const [table] = args.flatMap(arg => tableIn(arg, definitions) ?? [])
    note(isReader.test(name) ? 'reads' : 'writes', table)
  }
  if (/\bmerged_into\b|'(\w+\.)?mergedInto'/.test(source)) note('reads', mergedInto)
  return found
}

/** In small letters what is written in capitals, without comments; a path that ends in an asterisk begins none. */
function sourceOf(text: string): string {
  const source = text.replace(/(?<![\w'"`/*])\/\*[\s\S]*?\*\/|^\s*\/\/.*$|(?<=\s)--[^`\n]*$/gm, '')
  return source.replace(/\b[A-Z][A-Z_]+\b/g, word => word.toLowerCase())
}

const anyWrite = new RegExp(
  String.raw`${anyWriteTo}\$\{\s*(?!sql\.table\(\s*(?:'|\w+\.table\s*\)))|\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*[^\s')]`,
)
const isWriter = /^(?:insert|update|delete|remove|rewrite|replace|keep|move|letGo|settle)/

/** Whether the source writes a table that only a variable names, or hands on what writes any. */
export function writesUnnamed(text: string, { definitions }: Pick<Tables, 'definitions'>): boolean {
  const source = sourceOf(text)
  const calls = [...callsToPlatform(source)].filter(({ name }) => isWriter.test(name))
  const body = source.replace(platformImport, '')
  const isHandedOn = importedOf(source).some(
    ({ name, called }) =>
      isWriter.test(name) && new RegExp(String.raw`(?<![\w.])${called}\b(?!(?:<[^()]*>)?\()`).test(body),
  )
  return (
    anyWrite.test(source) ||
    wholeImport.test(source) ||
    isHandedOn ||
    calls.some(({ args }) => !args.some(arg => tableIn(arg, definitions)))
  )
}

function tableIn(arg: string, definitions: Tables['definitions']): string | undefined {
  return /^'(\w+)'$/.exec(arg)?.[1] ?? definitions.get(/^(\w+)(?:\.table)?$/.exec(arg)?.[1] ?? '')
}

/** What is imported of that which the platform offers for any table, and what it is called here. */
function importedOf(source: string): { name: string; called: string }[] {
  const parts = [...source.matchAll(platformImport)].flatMap(([, names]) => names!.split(','))
  return [...new Set(parts.map(part => part.trim()))].flatMap(part => {
    const [name, called = name] = part.split(' as ') as [string, string?]
    return /^\w+$/.test(name) ? { name, called } : []
  })
}

/**
 * The calls of it: the first table that one names is what it is about. `isDemoRecord` asks for the mark of the demo, which
 * all tables have.
 */
function* callsToPlatform(source: string): Generator<{ name: string; args: string[] }> {
  for (const { name, called } of importedOf(source)) {
    if (name === 'isDemoRecord') continue
    for (const { 0: begin, index } of source.matchAll(new RegExp(`\\b${called}(?:<[^()]*>)?\\(`, 'g')))
      yield { name, args: argumentsAt(source, index + begin.length) }
  }
}

/** The arguments of a call as they are written, from behind its bracket on. */
function argumentsAt(source: string, from: number): string[] {
  const args = ['']
  let depth = 0
  for (const sign of source.slice(from)) {
    if (')]}'.includes(sign) && depth-- === 0) break
    if ('([{'.includes(sign)) depth++
    if (sign === ',' && depth === 0) args.push('')
    else args[args.length - 1] += sign
  }
  return args.map(arg => arg.trim())
}
