import { z } from 'zod'
import { invalidFields, type FieldFault } from '../../../kernel/errors.ts'
import { id } from '../../../kernel/ids.ts'
import { defineMessages, refusal, say } from '../../../kernel/messages.ts'
import { minorUnits } from '../../../kernel/money.ts'
import { trimmed } from '../../../kernel/text.ts'
import { day } from '../../../kernel/time.ts'
import { issueText } from '../../../platform/http/issue-text.ts'
import type { Field, FieldType } from './schema.ts'

const words = defineMessages('fields.fields-field', {
  choices: 'Use one of {choices}.',
  address: 'Use an address such as https://example.com.',
  unknownField: 'There is no such field. Add it in Settings, Fields.',
})

/** What a value of each type must look like; null clears it. */
function valueSchema({ type, options }: Pick<Field, 'type' | 'options'>): z.ZodType {
  const choice = z
    .string()
    .refine(value => options.includes(value), refusal(words, 'choices', { choices: options.slice(0, 20).join(', ') }))
  switch (type as FieldType) {
    case 'text':
      return z.string().overwrite(trimmed).min(1).max(5000)
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
      return z.url({ protocol: /^https?$/, error: refusal(words, 'address') }).max(2000)
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
  const faults: FieldFault[] = []
  for (const [key, value] of Object.entries(given)) {
    const definition = definitions.find(field => field.key === key)
    if (!definition) {
      faults.push({ path: `fields.${key}`, message: say(words, 'unknownField') })
      continue
    }
    if (value === null) {
      delete merged[key]
      continue
    }
    const result = valueSchema(definition).safeParse(value)
    if (result.success) merged[key] = result.data
    else faults.push({ path: `fields.${key}`, message: issueText(result.error.issues[0]!) })
  }
  if (faults.length > 0) throw invalidFields(faults)
  return merged
}
