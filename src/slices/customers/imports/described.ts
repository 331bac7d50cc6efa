import type { Described } from './import-target.ts'

export function describedValues(values: object): Described {
  return Object.entries(values).map(([key, value]) => [
    key,
    value === undefined || value === null ? null : String(value),
  ])
}

export function describedFields(fields: Record<string, unknown>): Described {
  return Object.entries(fields).map(([key, value]) => [
    `fields.${key}`,
    Array.isArray(value) ? value.join(', ') : String(value),
  ])
}
