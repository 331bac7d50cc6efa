import { sql, type RawBuilder } from 'kysely'
import { defineMessages, refusal, stored } from '../../../../kernel/messages.ts'
import { namingColumns } from '../../../../platform/record/linked.ts'
import type { UndoStep } from './undo-step.ts'

const words = defineMessages('imports.undo-reasons', {
  otherImport: 'Another import has added to it since.',
  happened: 'Something has happened with it since.',
  changed: 'Changed since.',
})

type Reason = RawBuilder<string | null>

/** Why the record `alias` of `table` stays: for something that refers to it. Every kind of record is asked. */
export function keptFor({ app: { records } }: UndoStep, table: string, alias: string): Reason {
  const reasons = records.flatMap(kind => {
    const columns = kind.keeps === undefined ? [] : namingColumns(records, kind).filter(({ to }) => to === table)
    return columns.map(({ column }) => {
      const isNamed = sql`exists (select from ${sql.table(kind.table)} d where d.workspace_id = ${sql.ref(`${alias}.workspaceId`)} and ${sql.ref(`d.${column}`)} = ${sql.ref(`${alias}.id`)})`
      return sql`when ${isNamed} then ${stored(kind.keeps!)}::text`
    })
  })
  return reasons.length === 0 ? sql`null::text` : sql`case ${sql.join(reasons, sql` `)} end`
}

/** Whether anything but the import has had to do with the record; events of `passing` kinds are nothing. */
export function tracesSince(
  { workspaceId, importId }: UndoStep,
  owner: 'contact_id' | 'company_id' | 'subject_id',
  id: RawBuilder<unknown>,
  passing: readonly string[],
): Reason {
  const events = sql`select from events e where e.workspace_id = ${workspaceId} and ${sql.ref(`e.${owner}`)} = ${id}`
  return sql`case
    when exists (${events} and e.import_id is not null and e.import_id <> ${importId}) then ${refusal(words, 'otherImport')}::text
    when exists (${events} and e.import_id is null and e.kind <> all(${passing}::text[])) then ${refusal(words, 'happened')}::text end`
}

/** Whether somebody has done one of these things with the record since. */
export function editedSince(
  { workspaceId, importId }: UndoStep,
  id: RawBuilder<unknown>,
  kinds: readonly string[],
): Reason {
  return sql`case when exists (
    select from events e where e.workspace_id = ${workspaceId} and e.subject_id = ${id} and e.kind = any(${kinds}::text[]) and e.import_id is distinct from ${importId})
    then ${refusal(words, 'changed')}::text end`
}
