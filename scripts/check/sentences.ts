import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { root, sources, visit, type Node } from '../words/catalogue.ts'

/** Finds sentences that people would read in English whatever their language, as they are not in the catalogue. */
const faults: string[] = []

/** What only who runs the server reads, and what is shown to nobody. */
const exempt =
  /^src\/(app\/(commands\/|cli\.ts|open-database\.ts)|platform\/(config|crypto|db|auth\/(auth|workspace)\.ts)|testing\/|ui\/gallery\/|snippet\/|app\/.*(matrix|world))/

/** What stands in no code that people are shown words of: examples of the demo, names of other programs, documentation. */
const exemptNames =
  /(^|\/)(demo|presets|models)(\/|\.ts$)|\/(demo-[a-z-]+|agent|openapi|metrics|events|record\/(endpoints|picture))\.ts$/

/** What puts English into the catalogue. */
const defining = new Set(['defineMessages', 'defineText'])
/** Which argument of a call is said to people. */
const calls: Record<string, number> = { AppError: 1, invalidField: 1, notFound: 0, unsaved: 2, toast: 0 }
/** Methods of a report on the rows of a file. */
const reported = new Set(['refuse', 'warn'])
const checks = new Set(['regex', 'refine', 'min', 'max', 'length', 'url', 'email'])
const properties = new Set(['message', 'reason', 'warning', 'fault'])
const attributes = new Set(['aria-label', 'title', 'placeholder', 'label', 'description', 'alt', 'aria-description'])
/** A name is the same in every language. */
const names = new Set(['Rapport', 'Segment.io', 'Plan Rows', 'All'])
/** Whatever else begins as a sentence or a name does: in the server no literal may. */
const isName = (text: string) => /^\p{Lu}\p{Ll}+([ ,.…]|: |$)/u.test(text) && !names.has(text)
const isSaid = (text: string) =>
  /\p{L}{2,}/u.test(text) && (/^\p{Lu}/u.test(text) || text.includes(' ')) && !names.has(text)

for (const file of sources().filter(path => !exempt.test(path))) {
  const source = readFileSync(join(root, file), 'utf8')
  const report = (node: Node, text: string) =>
    faults.push(`${file}:${source.slice(0, node.start).split('\n').length}: “${text.trim()}” is not in the catalogue`)
  const program = parseSync(file, source).program as unknown as Node
  const catalogue: Node[] = []
  visit(program, node => {
    if (node.type === 'CallExpression' && defining.has(String((node['callee'] as Node)['name']))) catalogue.push(node)
    // English of what `defineAbsence` defines.
    if (node.type === 'FunctionDeclaration' && (node['id'] as Node)['name'] === 'absenceOf') catalogue.push(node)
  })
  const isServer = !/^src\/ui\/|\/web\//.test(file) && !exemptNames.test(file)
  const unsaid: Node[] = []
  if (isServer) visit(program, node => unsaid.push(...unsaidBy(node)))
  const isIn = (nodes: Node[], node: Node) => nodes.some(({ start, end }) => node.start >= start && node.start < end)
  visit(program, node => {
    if (isIn(catalogue, node)) return
    if (isServer && !isIn(unsaid, node))
      for (const [literal, text] of literals(node)) if (isName(text)) report(literal, text)
    for (const said of saidBy(node))
      for (const [literal, text] of literals(said)) if (isSaid(text)) report(literal, text)
    if (node.type === 'JSXText' && isSaid(String(node['value']).trim())) report(node, String(node['value']))
  })
}

/** The parts of a node that nobody reads but who runs or programs the server. */
function unsaidBy(node: Node): Node[] {
  if (['TaggedTemplateExpression', 'TSLiteralType', 'ImportDeclaration'].includes(node.type)) return [node]
  if (node.type === 'Property' && (node['key'] as Node)['name'] === 'summaries') return [node]
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return []
  const { callee, arguments: given } = node as unknown as { callee: Node; arguments: Node[] }
  const name = String(callee['name'])
  if (name.endsWith('Error') && calls[name] === undefined) return [node]
  // The summary of an endpoint, after its address.
  const [first, second] = given
  const isAddress = first && literals(first).some(([, text]) => /^(…|\/)/.test(text))
  return isAddress && second ? [second] : []
}

/** The parts of a node that people will read. */
function saidBy(node: Node): Node[] {
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const { callee, arguments: given } = node as unknown as { callee: Node; arguments: Node[] }
    const method = (callee['property'] as Node | undefined)?.['name']
    const at = calls[String(callee['name'])]
    if (at !== undefined && given[at]) return [given[at]]
    const subject = (callee['object'] as Node | undefined)?.['name']
    if (subject === 'report' && reported.has(String(method))) return given.slice(0, 1)
    return checks.has(String(method)) && (given.length > 1 || method === 'email') ? given.slice(-1) : []
  }
  if (node.type === 'Property' && properties.has(String((node['key'] as Node)['name']))) return [node['value'] as Node]
  if (node.type !== 'JSXAttribute' || !attributes.has(String((node['name'] as Node)['name']))) return []
  const value = node['value'] as Node | null
  return value === null ? [] : [(value['expression'] as Node | undefined) ?? value]
}

/** The literals that an expression may come to. */
function literals(node: Node): [Node, string][] {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? [[node, node['value']]] : []
  if (node.type === 'TemplateLiteral') {
    const quasis = node['quasis'] as { value: { cooked: string } }[]
    return [[node, quasis.map(({ value }) => value.cooked).join('…')]]
  }
  const branches = ['left', 'right', 'consequent', 'alternate'].flatMap(part => (node[part] as Node | undefined) ?? [])
  return ['ConditionalExpression', 'LogicalExpression', 'BinaryExpression'].includes(node.type)
    ? branches.flatMap(literals)
    : []
}

for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
