import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { listQuery, page } from '../../../kernel/page.ts'

const words = defineMessages('tags.schema', {
  plainLine: 'Use one line of text without commas and semicolons.',
})

export const tagColors = [
  'grey',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'indigo',
  'violet',
  'pink',
] as const
export type TagColor = (typeof tagColors)[number]

export const tag = z.object({
  id,
  name: z.string(),
  color: z.enum(tagColors),
  /** How many contacts, companies … carry it, those in the bin included; each counted up to 1,000. */
  uses: z.record(z.string(), z.object({ count: z.int(), isCapped: z.boolean() })),
  createdAt: z.string(),
})
export type Tag = z.output<typeof tag>

const name = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\x00-\x1f\x7f,;]*$/, refusal(words, 'plainLine'))
export const tagInput = z.strictObject({ name, color: z.enum(tagColors).default('grey') })
export type TagInput = z.output<typeof tagInput>
export const tagPatch = z.strictObject({ name: name.optional(), color: z.enum(tagColors).optional() })
export type TagPatch = z.output<typeof tagPatch>

const one = z.object({ id })

export const listTags = endpoint({
  method: 'GET',
  path: '/tags',
  access: 'tags:read',
  tag: 'tags',
  summary: 'List tags',
  query: listQuery,
  response: page(tag),
})
export const createTag = endpoint({
  method: 'POST',
  path: '/tags',
  access: 'tags:write',
  tag: 'tags',
  summary: 'Create a tag',
  body: tagInput,
  response: tag,
  status: 201,
})
export const getTag = endpoint({
  method: 'GET',
  path: '/tags/{id}',
  access: 'tags:read',
  tag: 'tags',
  summary: 'Get a tag',
  params: one,
  response: tag,
})
export const changeTag = endpoint({
  method: 'PATCH',
  path: '/tags/{id}',
  access: 'tags:write',
  tag: 'tags',
  summary: 'Rename or recolour a tag',
  params: one,
  body: tagPatch,
  response: tag,
})
export const deleteTag = endpoint({
  method: 'DELETE',
  path: '/tags/{id}',
  access: 'tags:manage',
  tag: 'tags',
  summary: 'Delete a tag and take it off every record; says how many of each kind carried it',
  params: one,
  response: z.record(z.string(), z.int()),
})
