import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'

export const apiKeyEvents = defineEvents(
  'api-key',
  { of: ({ id }: { id: string }) => ({ subjectId: id }), tag: 'api-keys', timeline: 'none' },
  {
    created: { when: 'An API key was made', data: z.object({ name: z.string(), scopes: z.array(z.string()) }) },
    revoked: { when: 'An API key was revoked' },
  },
)
