import { z } from 'zod'
import { changes, defineEvents } from '../../../kernel/event.ts'

const named = z.object({ name: z.string() })

export const companyEvents = defineEvents(
  'company',
  {
    of: ({ id }: { id: string }) => ({ companyId: id, subjectId: id }),
    tag: 'companies',
    group: 'record',
  },
  {
    created: {
      when: 'A company was made, by whatever way',
      data: named.extend({ source: z.string().nullable() }),
    },
    changed: { when: 'Fields of a company were changed', data: z.object({ changes }) },
    deleted: { when: 'A company was moved to the bin', data: named },
    restored: { when: 'A company came back from the bin', data: named },
  },
)
