import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'
import { recordRules } from '../../../kernel/permissions.ts'

const rule = z.enum(recordRules)

export const roleEvents = defineEvents(
  'role',
  {
    of: (workspaceId: string) => ({ subjectId: workspaceId }),
    subject: 'workspace',
    tag: 'roles',
    outdates: ['sessions'],
    outdatesAll: 'ownerId',
    timeline: 'none',
  },
  {
    recordRulesChanged: {
      when: 'What records roles see was changed',
      data: z.object({ member: rule, manager: rule }),
    },
  },
)
