import { defineSlice } from '../../../platform/slice.ts'
import { tagEvents } from './events.ts'
import { demo } from './demo.ts'
import { routes } from './routes.ts'
import { tagged } from './tagged.ts'
import { deletedTags, takeTagOff } from './take-off.ts'

export const tagsSlice = defineSlice({
  name: 'customers/tags',
  // Whoever tags a customer may need a new tag; taking one off everybody is another matter.
  permissions: { 'tags:read': 'member', 'tags:write': 'member', 'tags:manage': 'manager' },
  routes,
  recordExtra: tagged,
  reactions: [deletedTags],
  jobs: [takeTagOff],
  events: [tagEvents],
  demo,
  tables: ['tags'],
})
