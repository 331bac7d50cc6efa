import { defineSlice } from '../../../platform/slice.ts'
import { identifyEvents, pageEvents, trackEvents, screenEvents, sourceEvents } from './events.ts'
import { demo } from './demo.ts'
import { personalData } from './personal-data.ts'
import { mountProtocol } from './protocol.ts'
import { routes } from './routes.ts'
import { mountSnippet } from './snippet.ts'

export const collectSlice = defineSlice({
  name: 'channels/collect',
  permissions: { 'collect:read': 'manager', 'collect:write': 'admin' },
  routes,
  personalData,
  async mount(server, app) {
    await mountProtocol(server, app)
    await mountSnippet(server)
  },
  events: [identifyEvents, pageEvents, trackEvents, screenEvents, sourceEvents],
  demo,
  tables: ['collect_keys', 'collect_sources', 'collect_rejections', 'collect_orders'],
})
