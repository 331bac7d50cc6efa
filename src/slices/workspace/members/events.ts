import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'
import { roles } from '../../../kernel/permissions.ts'

const role = z.enum(roles)
const of = ({ id }: { id: string }) => ({ subjectId: id })
const about = { of, tag: 'members', outdates: ['sessions', 'teams'], timeline: 'none' } as const

export const memberEvents = defineEvents('member', about, {
  joined: { when: 'Somebody became a member', data: z.object({ role, invitedBy: z.string().nullable() }) },
  changed: { when: 'Name, picture, language or the like of a member was changed' },
  roleChanged: { when: 'A member got another role', data: z.object({ before: role, after: role }) },
  removed: {
    when: 'A member was removed; reassignTo takes over what they owned, null leaves it without an owner',
    data: z.object({ reassignTo: z.string().nullable() }),
  },
})

export const invitationEvents = defineEvents(
  'member',
  { ...about, subject: 'invitation' },
  { invited: { when: 'Somebody was invited', data: z.object({ email: z.string(), role }) } },
)
