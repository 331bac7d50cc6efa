import { z } from 'zod'
import { changes, defineEvents, type EventDeclaration, type EventNoun } from '../event.ts'
import { indefinite } from './endpoints.ts'
import { only, type Columns } from './record.ts'

const named = z.object({ name: z.string() })

/** The columns that say whose a record is: its events stand on the timeline of this customer too. */
export function customerColumns(columns: Columns): Columns {
  return only(columns, ...['contactId', 'companyId'].filter(key => key in columns))
}

/** What can happen to every kind of record that has a name, and what else can to this one. */
export function recordEvents<Of extends { id: string }, const Others extends Record<string, EventDeclaration> = {}>(
  { name, table, columns }: { name: string; table: string; columns: Columns },
  about: Partial<EventNoun<Of>> = {},
  others: Others = {} as Others,
) {
  const one = indefinite(name)
  const One = one.replace('a', 'A')
  const usual = {
    created: {
      when: `${One} was made, by whatever way`,
      data: named.extend({ source: z.string().nullable() }),
    },
    changed: { when: `Fields of ${one} were changed`, data: z.object({ changes }) },
    deleted: { when: `${One} was moved to the bin`, data: named },
    restored: { when: `${One} came back from the bin`, data: named },
  }
  const customers = Object.keys(customerColumns(columns))
  const of = (record: Of) => ({
    ...Object.fromEntries(customers.map(key => [key, record[key as keyof Of]])),
    subjectId: record.id,
  })
  return defineEvents(name, { of, tag: table, group: 'record', ...about }, { ...usual, ...others })
}
