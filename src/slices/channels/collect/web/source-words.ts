import { IconDeviceMobile, IconServer, IconWorld } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { SourceKind } from '../schema.ts'

export const sourceWords = defineMessages('collect.source', {
  sources: 'Sources',
  web: 'Site',
  app: 'App',
  server: 'Server',
  stopped: 'Stopped',
  always: 'Everybody who does not say no',
  'after-consent': 'Only those who agreed',
})

export const kindIcons: Record<SourceKind, typeof IconWorld> = {
  web: IconWorld,
  app: IconDeviceMobile,
  server: IconServer,
}
