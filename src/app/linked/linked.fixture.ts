import * as files from '../../slices/customers/files/schema.ts'
import { addNote, listNotes } from '../../slices/customers/notes/schema.ts'
import { createTask, listTasks } from '../../slices/sales/tasks/schema.ts'
import type { ApiClient } from '../../testing/api-client.ts'

export type On = Record<string, string>

const boundary = 'x-linked'
const content = Buffer.from(
  `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="plan.txt"\r\n\r\nPlan\r\n--${boundary}--\r\n`,
)

/** Uploads a file that hangs on something. */
export function tryUpload(client: ApiClient, on: On) {
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  return client.request('POST', `/api/v1/files?${new URLSearchParams(on)}`, content, headers)
}

/** What can hang on a record: how it is tried to make one, and the names of those that somebody sees on it. */
export const doors = {
  note: {
    make: (client: ApiClient, on: On) => client.try(addNote, { body: { ...on, body: 'A note' } }),
    list: async (client: ApiClient, on: On) =>
      (await client.call(listNotes, { query: filters(on) })).items.map(({ body }) => body),
  },
  task: {
    make: (client: ApiClient, on: On) => client.try(createTask, { body: { ...on, title: 'A task', assigneeId: null } }),
    list: async (client: ApiClient, on: On) =>
      (await client.call(listTasks, { query: filters(on) })).items.map(({ title }) => title),
  },
  file: {
    make: tryUpload,
    list: async (client: ApiClient, on: On) =>
      (await client.call(files.listFiles, { query: filters(on) })).items.map(({ name }) => name),
  },
}
export const kinds = Object.keys(doors) as (keyof typeof doors)[]

const filters = (on: On) => Object.fromEntries(Object.entries(on).map(([key, value]) => [`filter[${key}]`, value]))
