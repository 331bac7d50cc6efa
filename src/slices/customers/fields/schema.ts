import { z } from 'zod'
import { id } from '../../../kernel/ids.ts'

export const fieldObjects = ['contact', 'company', 'order'] as const
export type FieldObject = (typeof fieldObjects)[number]
export const fieldTypes = ['text', 'number', 'money', 'date', 'choice', 'choices', 'yesno', 'link', 'contact', 'company'] as const

export const field = z.object({
  id,
  object: z.enum(fieldObjects),
  key: z.string(),
  label: z.string(),
  type: z.enum(fieldTypes),
  options: z.array(z.string()),
  currency: z.string().nullable(),
  position: z.int(),
})
export type Field = z.output<typeof field>
