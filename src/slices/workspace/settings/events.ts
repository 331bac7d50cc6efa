import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'
import { exchangeRate, settingsPatch } from './schema.ts'

export const settingsEvents = defineEvents(
  'settings',
  {
    of: (workspaceId: string) => ({ subjectId: workspaceId }),
    subject: 'workspace',
    tag: 'settings',
    outdates: ['sessions', 'outbox'],
    timeline: 'none',
  },
  {
    changed: {
      when: 'Settings of the workspace were changed; the data is what is new',
      data: settingsPatch.extend({ exchangeRates: z.array(exchangeRate.omit({ updatedAt: true })).optional() }),
    },
  },
)
