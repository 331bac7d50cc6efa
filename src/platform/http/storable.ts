import { AppError, type FieldError } from '../../kernel/errors.ts'

const deepest = 32

/**
 * Refuses input that PostgreSQL cannot keep (a NUL, half a surrogate pair) and nesting deeper than any record's,
 * wherever it stands: schemas need not think of either.
 */
export function requireStorable(input: unknown): void {
  const stack: { value: unknown; path: string; depth: number }[] = [{ value: input, path: '', depth: 0 }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, path, depth } = next
    if (typeof value === 'string') {
      if (!isStorable(value)) throw refusal(path, 'Leave out characters that are no text (NUL, half of a pair).')
    } else if (typeof value === 'object' && value !== null) {
      if (depth === deepest) throw refusal('', `Nest values at most ${deepest} deep.`)
      for (const [key, inner] of Object.entries(value)) {
        if (!isStorable(key)) throw refusal(path, 'Leave out names with characters that are no text.')
        if (typeof inner === 'string' || typeof inner === 'object')
          stack.push({ value: inner, path: path === '' ? key : `${path}.${key}`, depth: depth + 1 })
      }
    }
  }
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

function refusal(path: string, message: string): AppError {
  const fields: FieldError[] = path === '' ? [] : [{ path, message }]
  return new AppError('invalid', path === '' ? message : `${path}: ${message}`, { fields })
}
