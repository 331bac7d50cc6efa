import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { listQuery, page } from '../../../kernel/page.ts'

export const notification = z.object({
  id,
  /** What it is about, e.g. `note.mention`; screens choose the icon by it. */
  kind: z.string(),
  title: z.string(),
  /** Path in the app. */
  link: z.string().nullable(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
})
export type Notification = z.output<typeof notification>

const { get, post } = endpointsOf('notifications', 'session')

export const listNotifications = get('/notifications', 'List my notifications, newest first', {
  query: listQuery,
  response: page(notification),
})
export const countNotifications = get('/notifications/count', 'How many of my notifications are unread (99 at most)', {
  response: z.object({ unread: z.int() }),
})
export const readNotifications = post('/notifications/reading', 'Mark some or all of my notifications as read', {
  body: z.strictObject({ ids: z.array(id).min(1).max(500).optional() }),
  response: z.object({ count: z.int() }),
})
