import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { defineText, stored } from '../../../kernel/messages.ts'
import { listQuery, page } from '../../../kernel/page.ts'
import { answerShape } from '../../../kernel/record/record.ts'
import { trimmed } from '../../../kernel/text.ts'
import { shownColumns, tagColors } from './record.ts'

const plainLine = defineText('tags.schema.plainLine', 'Use one line of text without commas and semicolons.')

export type TagColor = (typeof tagColors)[number]

export const tag = z.object({
  ...answerShape(shownColumns),
  /** How many contacts, companies … carry it, those in the bin included; each counted up to 1,000. */
  uses: z.record(z.string(), z.object({ count: z.int(), isCapped: z.boolean() })).optional(),
})
export type Tag = z.output<typeof tag>

const name = z
  .string()
  .overwrite(trimmed)
  .min(1)
  .max(60)
  .regex(/^[^\x00-\x1f\x7f,;]*$/, stored(plainLine))
export const tagInput = z.strictObject({ name, color: z.enum(tagColors).default('grey') })
export type TagInput = z.output<typeof tagInput>
export const tagPatch = z.strictObject({ name: name.optional(), color: z.enum(tagColors).optional() })
export type TagPatch = z.output<typeof tagPatch>

const { get, create, patch, remove } = endpointsOf('tags', { read: 'tags:read', write: 'tags:write' })

const tagListQuery = listQuery.extend({
  /** false leaves out `uses`, which take long to count where there are many records. */
  uses: z.stringbool().default(true),
})
export type TagListQuery = z.output<typeof tagListQuery>
export const listTags = get('/tags', 'List tags', { query: tagListQuery, response: page(tag) })
export const createTag = create('/tags', 'Create a tag', { body: tagInput, response: tag })
export const getTag = get('/tags/{id}', 'Get a tag', { response: tag })
export const changeTag = patch('/tags/{id}', 'Rename or recolour a tag', {
  body: tagPatch,
  response: tag,
})
export const deleteTag = remove(
  '/tags/{id}',
  'Delete a tag and take it off every record; says how many of each kind carried it',
  { access: 'tags:manage', response: z.record(z.string(), z.int()) },
)
