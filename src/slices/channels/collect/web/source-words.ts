import { IconDeviceMobile, IconServer, IconWorld } from '@tabler/icons-react'
import { defineMessages } from '../../../../ui/i18n/i18n.tsx'
import type { SourceKind } from '../schema.ts'

export const sourceWords = defineMessages({
  en: {
    sources: 'Sources',
    web: 'Site',
    app: 'App',
    server: 'Server',
    stopped: 'Stopped',
    always: 'Everybody who does not say no',
    'after-consent': 'Only those who agreed',
  },
  cs: {
    sources: 'Zdroje',
    web: 'Web',
    app: 'Aplikace',
    server: 'Server',
    stopped: 'Zastaveno',
    always: 'Každý, kdo neřekne ne',
    'after-consent': 'Jen ti, kdo souhlasili',
  },
})

export const kindIcons: Record<SourceKind, typeof IconWorld> = {
  web: IconWorld,
  app: IconDeviceMobile,
  server: IconServer,
}
