import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { lineOf, patchOf } from '../../../kernel/input.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { itemsOf } from '../../../kernel/page.ts'

const words = defineMessages('views.schema', {
  listName: 'Use the name of a list such as contacts.',
  manyFilters: 'Use at most 50 filters.',
})

const object = z.string().regex(/^[a-z][a-z-]{1,40}$/, refusal(words, 'listName'))
/** The list's query parameters: `q` and `filter[field][operator]`, each with one value or several. */
const filter = z
  .record(z.string().max(140), z.union([z.string().max(2000), z.array(z.string().max(2000)).max(50)]))
  .refine(value => Object.keys(value).length <= 50, refusal(words, 'manyFilters'))

export const view = z.object({
  id,
  object: z.string(),
  name: z.string(),
  filter: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  columns: z.array(z.string()),
  sort: z.string().nullable(),
  isShared: z.boolean(),
  memberId: id,
  isMine: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type View = z.output<typeof view>

export const viewInput = z.strictObject({
  object,
  name: lineOf(80).min(1),
  filter: filter.default({}),
  columns: z.array(z.string().max(120)).max(100).default([]),
  sort: z.string().max(100).nullish(),
  isShared: z.boolean().default(false),
})
export type ViewInput = z.output<typeof viewInput>
export const viewPatch = patchOf(viewInput.omit({ object: true }))
export type ViewPatch = z.output<typeof viewPatch>

const { get, create, patch, remove } = endpointsOf('views', 'workspace')

export const listViews = get('/views', 'List my saved views and those shared with everyone', {
  query: z.strictObject({ object: object.optional() }),
  response: itemsOf(view),
})
export const createView = create('/views', 'Save a view', { body: viewInput, response: view })
export const changeView = patch('/views/{id}', 'Change a saved view', { body: viewPatch, response: view })
export const deleteView = remove('/views/{id}', 'Delete a saved view')
