import type { Described } from './import-target.ts'
import type { ProfileDraft } from './profile-columns.ts'

function describedValues(values: object): Described {
  return Object.entries(values).map(([key, value]) => [
    key,
    value === undefined || value === null ? null : String(value),
  ])
}

/** What a row says of a record beside its keys, under the record's own columns. */
export function describedProfile({ values, tags, note, createdAt, fields }: ProfileDraft<object>): Described {
  return [
    ...describedValues(values),
    ['tags', tags.join(', ')],
    ['note', note],
    ['createdAt', createdAt?.toISOString()],
    ...describedFields(fields),
  ]
}

export function describedFields(fields: Record<string, unknown>): Described {
  return Object.entries(fields).map(([key, value]) => [
    `fields.${key}`,
    Array.isArray(value) ? value.join(', ') : String(value),
  ])
}
