import type { FieldError } from '../../kernel/errors.ts'
import type { ProblemError } from '../api/problem-error.ts'

export type FieldErrors = Readonly<Record<string, string>>

/** The first message for each path. */
export function fieldErrors(fields: readonly FieldError[] | undefined): FieldErrors {
  const errors: Record<string, string> = {}
  for (const { path, message } of fields ?? []) errors[path] ??= message
  return errors
}

interface Schema {
  safeParse: (
    value: unknown,
  ) =>
    | { success: true }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }
}

/** What the schema shared with the server refuses, by JSON path. */
export function schemaErrors(schema: Schema, value: unknown): FieldErrors {
  const result = schema.safeParse(value)
  if (result.success) return {}
  return fieldErrors(
    result.error.issues.map(issue => ({ path: issue.path.map(String).join('.'), message: issue.message })),
  )
}

/** What is wrong with the value at the path, or with some part of it. */
export function errorAt(errors: FieldErrors, path: string): string | undefined {
  return errors[path] ?? Object.entries(errors).find(([key]) => key.startsWith(`${path}.`))?.[1]
}

/** The errors but those of the value at the path and of its parts, which is corrected. */
export function errorsWithout(errors: FieldErrors, path: string): FieldErrors {
  return Object.fromEntries(Object.entries(errors).filter(([key]) => !`${key}.`.startsWith(`${path}.`)))
}

/** What is left of a refusal: nothing, once all that it named is corrected. */
export function openProblem(problem: ProblemError | null, errors: FieldErrors): ProblemError | null {
  const isCorrected = problem !== null && problem.fields.length > 0 && Object.keys(errors).length === 0
  return isCorrected ? null : problem
}

/** The value at `addresses.0.city` of an object. */
export function valueAt(values: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], values)
}

/** A copy with the value at the path replaced; arrays stay arrays. */
export function withValueAt<T>(values: T, path: string, value: unknown): T {
  const [key = '', ...rest] = path.split('.')
  const copy = (Array.isArray(values) ? [...values] : { ...values }) as Record<string, unknown>
  copy[key] = rest.length > 0 ? withValueAt(copy[key] ?? {}, rest.join('.'), value) : value
  return copy as T
}
