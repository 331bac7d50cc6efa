import { z } from 'zod'
import { AppError, type FieldError } from '../../../kernel/errors.ts'
import { id } from '../../../kernel/ids.ts'
import { minorUnits } from '../../../kernel/money.ts'
import { fold } from '../../../kernel/text.ts'
import { day } from '../../../kernel/time.ts'
import type { Field, FieldType } from './schema.ts'

/** The key of a new field: its label in Latin letters and underscores, told apart from the keys there are by a number. */
export function fieldKey(label: string, taken: ReadonlySet<string>): string {
  const slug =
    fold(label)
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[_0-9]+|_+$/g, '')
      .slice(0, 50) || 'field'
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}_${number}`)) number++
  return `${slug}_${number}`
}

/** What a value of each type must look like; null clears it. */
function valueSchema({ type, options }: Pick<Field, 'type' | 'options'>): z.ZodType {
  const choice = z.string().refine(value => options.includes(value), `Use one of ${options.slice(0, 20).join(', ')}.`)
  switch (type as FieldType) {
    case 'text':
      return z.string().trim().min(1).max(5000)
    case 'number':
      return z.number()
    case 'money':
      return minorUnits
    case 'date':
      return day
    case 'choice':
      return choice
    case 'choices':
      return z.array(choice).min(1).max(100)
    case 'yesno':
      return z.boolean()
    case 'link':
      return z.url({ protocol: /^https?$/, error: 'Use an address such as https://example.com.' }).max(2000)
    default:
      return id
  }
}

/**
 * Merges the given values of custom fields into those there are. Throws `invalid` naming every unknown field and wrong value.
 */
export function mergeFields(
  definitions: Field[],
  before: Record<string, unknown>,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const merged = { ...before }
  const faults: FieldError[] = []
  for (const [key, value] of Object.entries(given)) {
    const definition = definitions.find(field => field.key === key)
    if (!definition) {
      faults.push({ path: `fields.${key}`, message: 'There is no such field. Add it in Settings, Fields.' })
      continue
    }
    if (value === null) {
      delete merged[key]
      continue
    }
    const result = valueSchema(definition).safeParse(value)
    if (result.success) merged[key] = result.data
    else faults.push({ path: `fields.${key}`, message: result.error.issues[0]!.message })
  }
  if (faults.length > 0) throw new AppError('invalid', `${faults[0]!.path}: ${faults[0]!.message}`, { fields: faults })
  return merged
}
