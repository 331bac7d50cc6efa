import { createHash } from 'node:crypto'

export interface Statement {
  text: string
  values: unknown[]
}

/** Statements whose values have places for inputs (`id`, `q` …) and for new ids (`new 0`, `new 1` …). */
export interface Replay {
  statements: (Statement & { name: string })[]
  newIds: number
}

const mark = (name: string) => `\u0001${name}\u0001`
const marked = /\u0001([^\u0001]+)\u0001/g
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
/** Nobody works on these: otherwise the app would do the work of what the bare handler wrote. */
const jobs: Record<string, string> = { 'events.deliver': 'bench.none' }

/**
 * Makes a replay of what one request sent. `again` is what a second request of the kind sent: ids that it does not share
 * were made for the request alone.
 */
export function makeReplay(
  statements: Statement[],
  inputs: Record<string, string>,
  again: Statement[] = statements,
): Replay {
  const given = Object.entries(inputs).sort(([, a], [, b]) => b.length - a.length)
  const shared = new Set(JSON.stringify(again).match(uuid))
  const own = [...new Set(JSON.stringify(statements).match(uuid))].filter(
    id => !shared.has(id) && !Object.values(inputs).includes(id),
  )
  const place = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(place)
    if (typeof value !== 'string') return value
    let text = jobs[value] ?? value
    for (const [name, input] of given) text = text.replaceAll(input, mark(name))
    return text.replace(uuid, id => (own.includes(id) ? mark(`new ${own.indexOf(id)}`) : id))
  }
  return {
    statements: statements.map(({ text, values }) => ({
      name: createHash('sha1').update(text).digest('base64url'),
      text,
      values: values.map(place),
    })),
    newIds: own.length,
  }
}

/** A statement's values with the inputs put in. */
export function fillValues(values: readonly unknown[], inputs: Record<string, string>): unknown[] {
  return values.map(value => {
    if (Array.isArray(value)) return fillValues(value, inputs)
    if (typeof value !== 'string' || !value.includes('\u0001')) return value
    return value.replace(marked, (_, name: string) => inputs[name]!)
  })
}
