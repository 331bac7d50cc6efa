import { defineMessages } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const timelineWeb: WebSlice = {
  panels: [
    { slot: 'home.main', order: 20, needs: 'timeline:read', load: () => import('./HomeFeed.tsx') },
    { slot: 'record.main', order: 0, load: () => import('./RecordTimeline.tsx') },
  ],
  live: { timeline: ['*'] },
  adminWords: () => import('./admin-words.ts'),
  eventGroups: defineMessages('timeline.event-groups', { record: 'Changes of the record' }),
}
