import { invalidFields } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import { isStorable } from '../../kernel/text.ts'

const words = defineMessages('platform.storable', {
  noText: 'Leave out characters that are no text (NUL, STX, half of a pair).',
  deep: 'Nest values at most {deepest} deep.',
  noName: 'Leave out names with characters that are no text.',
})

const deepest = 32

/**
 * Refuses input that cannot be kept (a NUL, half a surrogate pair, the mark of our own texts) and nesting deeper than any record's,
 * wherever it stands: schemas need not think of either.
 */
export function requireStorable(input: unknown): void {
  const stack: { value: unknown; path: string; depth: number }[] = [{ value: input, path: '', depth: 0 }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, path, depth } = next
    if (typeof value === 'string') {
      if (!isStorable(value)) throw invalidFields([{ path, message: say(words, 'noText') }])
    } else if (typeof value === 'object' && value !== null) {
      if (depth === deepest) throw invalidFields([{ path: '', message: say(words, 'deep', { deepest }) }])
      for (const [key, inner] of Object.entries(value)) {
        if (!isStorable(key)) throw invalidFields([{ path, message: say(words, 'noName') }])
        if (typeof inner === 'string' || typeof inner === 'object')
          stack.push({ value: inner, path: path === '' ? key : `${path}.${key}`, depth: depth + 1 })
      }
    }
  }
}
