import { z } from 'zod'
import type { EventKind } from '../../../kernel/event.ts'
import type { eventKind } from './schema.ts'

const nothing = z.object({})

/** The declared kinds, by name, as those outside are told of them. */
export function describeKinds(kinds: readonly EventKind[]): z.output<typeof eventKind>[] {
  return kinds
    .map(({ kind, declaration: { when, data = nothing } }) => {
      const { $schema: _, ...schema } = z.toJSONSchema(data)
      return { kind, when, data: schema }
    })
    .sort((a, b) => (a.kind < b.kind ? -1 : 1))
}
