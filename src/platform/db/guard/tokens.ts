/** A word may be a keyword; a name cannot be one, because it is quoted or stands after a dot or `as`. */
export interface Token {
  kind: 'word' | 'name' | 'parameter' | 'literal' | 'sign'
  text: string
}

/** What stands between brackets, or between `case` and `end`. */
export interface Group {
  kind: 'group'
  text: '(' | '[' | 'case'
  nodes: Node[]
}

export type Node = Token | Group

/** A statement that cannot be judged, and so may not be sent. */
export class UnreadableStatement extends Error {}

const pattern =
  /[ \t\n\r\f\v]+|--[^\n\r]*|(\/\*)|([eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|\$([a-zA-Z_]\w*)?\$[\s\S]*?\$\3\$)|([uU]&['"])|"((?:[^"]|"")+)"|([a-zA-Z_\u0080-\uffff][\w$\u0080-\uffff]*)|\$(\d+)|(\d[\w.]*|\.\d+)|(::|:=|[-+*/<>=~!@#%^&|`?]+|[(),.;[\]:])/y

/** The statements of `sql`, each as a tree of its brackets. */
export function readStatements(sql: string): Node[][] {
  const statements: Node[][] = []
  let rest = toTree(tokenize(sql))
  for (let end = 0; end >= 0; rest = rest.slice(end + 1)) {
    end = rest.findIndex(node => isSign(node, ';'))
    const statement = end < 0 ? rest : rest.slice(0, end)
    if (statement.length > 0) statements.push(statement)
  }
  return statements
}

function tokenize(sql: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < sql.length;) {
    pattern.lastIndex = at
    const match = pattern.exec(sql)
    if (match === null) throw new UnreadableStatement('The statement has a text that does not end.')
    const [text, comment, literal, , unicode, quoted, word, parameter, number, sign] = match
    at += text.length
    if (comment) at = endOfComment(sql, at)
    else if (unicode) throw new UnreadableStatement('The statement writes a text or a name in escapes.')
    else if (literal ?? number) {
      if (literal && /^e'/i.test(tokens.at(-1)?.text ?? ''))
        throw new UnreadableStatement('The statement goes on with a text of escapes.')
      tokens.push({ kind: 'literal', text })
    } else if (quoted) tokens.push({ kind: 'name', text: ofFittingLength(quoted.replaceAll('""', '"')) })
    else if (word) tokens.push({ kind: canBeKeyword(word, tokens.at(-1)) ? 'word' : 'name', text: folded(word) })
    else if (parameter) tokens.push({ kind: 'parameter', text })
    else if (sign) {
      const length = beforeComment(sign)
      tokens.push({ kind: 'sign', text: sign.slice(0, length) })
      at -= sign.length - length
    }
  }
  return tokens
}

/** As PostgreSQL folds a name: no letters but those of ASCII. */
function folded(word: string): string {
  return ofFittingLength(word.replace(/[A-Z]+/g, letters => letters.toLowerCase()))
}

/** PostgreSQL cuts longer names, and takes two that begin alike for one. */
function ofFittingLength(name: string): string {
  if (Buffer.byteLength(name) > 63) throw new UnreadableStatement('The statement has a name of more than 63 bytes.')
  return name
}

function canBeKeyword(word: string, before: Token | undefined): boolean {
  if (before === undefined) return true
  return before.text === 'as' && before.kind === 'word'
    ? /^(not|materialized|select|with)$/i.test(word)
    : before.text !== '.' || before.kind !== 'sign'
}

/** Comments nest. */
function endOfComment(sql: string, at: number): number {
  const mark = /\/\*|\*\//g
  mark.lastIndex = at
  for (let depth = 1; depth > 0;) {
    const match = mark.exec(sql)
    if (match === null) throw new UnreadableStatement('The statement has a comment that does not end.')
    depth += match[0] === '/*' ? 1 : -1
  }
  return mark.lastIndex
}

/** A comment may begin within what would else be one operator: `=--`. */
function beforeComment(sign: string): number {
  const at = sign.search(/--|\/\*/)
  return at < 0 ? sign.length : at
}

const closing = { '(': ')', '[': ']', case: 'end' } as const

function toTree(tokens: readonly Token[]): Node[] {
  const top: Node[] = []
  const open: Group[] = []
  for (const token of tokens) {
    const group = open.at(-1)
    const nodes = group?.nodes ?? top
    const { kind, text } = token
    const isMark = kind === 'sign' || kind === 'word'
    if (isMark && (text === '(' || text === '[' || text === 'case')) {
      const inner: Group = { kind: 'group', text, nodes: [] }
      nodes.push(inner)
      open.push(inner)
    } else if (isMark && group !== undefined && text === closing[group.text]) open.pop()
    else if (kind === 'sign' && (text === ')' || text === ']' || (text === ';' && open.length > 0)))
      throw new UnreadableStatement('The brackets of the statement do not match.')
    else nodes.push(token)
  }
  if (open.length > 0) throw new UnreadableStatement('The brackets of the statement do not match.')
  return top
}

export function isWord(node: Node | undefined, ...words: string[]): boolean {
  return node?.kind === 'word' && (words.length === 0 || words.includes(node.text))
}

export function isSign(node: Node | undefined, sign: string): boolean {
  return node?.kind === 'sign' && node.text === sign
}

export function isName(node: Node | undefined): node is Token {
  return node?.kind === 'word' || node?.kind === 'name'
}

export function isBracket(node: Node | undefined): node is Group {
  return node?.kind === 'group' && node.text === '('
}

/** Whether the bracket is a statement: `(select …)`. */
export function isQuery(node: Node | undefined): boolean {
  if (!isBracket(node)) return false
  const first = node.nodes[0]
  return isWord(first, 'select', 'with', 'values', 'table', 'insert', 'update', 'delete', 'merge') || isQuery(first)
}

export function splitAt(nodes: readonly Node[], isBoundary: (node: Node) => boolean): Node[][] {
  const parts: Node[][] = [[]]
  for (const node of nodes) {
    if (isBoundary(node)) parts.push([])
    else parts.at(-1)!.push(node)
  }
  return parts
}

export const splitAtCommas = (nodes: readonly Node[]) =>
  nodes.length === 0 ? [] : splitAt(nodes, node => isSign(node, ','))
