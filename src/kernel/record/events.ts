import { z } from 'zod'
import { changes, defineEvents, type EventDeclaration, type EventNoun } from '../event.ts'
import { indefinite } from './endpoints.ts'

const named = z.object({ name: z.string() })

/** What can happen to every kind of record that has a name, and what else can to this one. */
export function recordEvents<Of extends { id: string }, const Others extends Record<string, EventDeclaration> = {}>(
  { name, table }: { name: string; table: string },
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
  const of = ({ id }: Of) => ({ subjectId: id })
  return defineEvents(name, { of, tag: table, group: 'record', ...about }, { ...usual, ...others })
}
