import { mountPages } from '../../../platform/http/visit.ts'
import { defineSlice } from '../../../platform/slice.ts'
import { claimEvents, mergeEvents } from './events.ts'
import { demo } from './demo.ts'
import { undoMany } from './jobs.ts'
import { claimPage } from './pages/claim-page.ts'
import { pageWords } from './pages/words.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

export const mergesSlice = defineSlice({
  name: 'customers/merges',
  permissions: { 'merges:read': 'member', 'merges:write': 'manager' },
  routes,
  mount: mountPages(pageWords, [claimPage]),
  jobs: [undoMany],
  personalData,
  events: [claimEvents, mergeEvents],
  demo,
  tables: ['merges', 'merge_undoings', 'claims'],
})
