import { isDeepStrictEqual } from 'node:util'
import type { Changes } from '../plans/working.ts'
import { conflict, type UndoStep } from './undo-step.ts'

/** The record's values with those of `changes` taken back; values that are no longer the import's stay. */
export function takeBack<State extends object>(
  step: UndoStep,
  object: string,
  { id, name }: { id: string; name: string },
  state: State,
  changes: Changes,
): State {
  const next = structuredClone(state) as Record<string, unknown>
  const differs = (field: string) => conflict(step, object, id, name, field)
  for (const [key, [before, after]] of Object.entries(changes)) {
    const now = next[key]
    if (key === 'fields') next[key] = takeBackFields(now as Fields, before as Fields, after as Fields, differs)
    else if (key === 'tagIds') {
      const added = new Set((after as string[]).filter(tag => !(before as string[]).includes(tag)))
      next[key] = (now as string[]).filter(tag => !added.has(tag))
    } else if (isDeepStrictEqual(plain(now), plain(after))) next[key] = before
    else if (isDeepStrictEqual(plain(now), plain(before))) continue
    else if ([now, before, after].every(areParts))
      next[key] = takeBackParts(now as Part[], before as Part[], after as Part[], () => differs(key))
    else differs(key)
  }
  return next as State
}

type Fields = Record<string, unknown>

function takeBackFields(now: Fields, before: Fields, after: Fields, differs: (field: string) => void): Fields {
  const next = { ...now }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isDeepStrictEqual(before[key], after[key])) continue
    if (!isDeepStrictEqual(now[key], after[key])) {
      if (!isDeepStrictEqual(now[key], before[key])) differs(`fields.${key}`)
    } else if (before[key] === undefined) delete next[key]
    else next[key] = before[key]
  }
  return next
}

interface Part {
  id: string
}

const areParts = (value: unknown) => Array.isArray(value) && value.every(part => typeof part?.id === 'string')

/** Each part on its own: those that the import added go, those that it changed are what they were. */
function takeBackParts(now: Part[], before: Part[], after: Part[], differs: () => void): Part[] {
  const was = new Map(before.map(part => [part.id, part]))
  const is = new Map(after.map(part => [part.id, part]))
  let hasOthers = false
  const next = now.flatMap(part => {
    const [old, imported] = [was.get(part.id), is.get(part.id)]
    if (imported === undefined || isDeepStrictEqual(old, imported)) return part
    if (isDeepStrictEqual(part, imported)) return old ?? []
    hasOthers ||= !isDeepStrictEqual(part, old)
    return part
  })
  // Where the import replaced some, nobody knows by which; and a record does not lose the last of its parts.
  const isKept = before.some(({ id }) => !is.has(id)) || next.length === 0
  if (hasOthers || isKept) differs()
  return isKept ? now : next
}

function plain(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : (value ?? null)
}
