import type { FieldKind, Form as Whole, FormField } from './schema.ts'
import { trimmed } from '../../../kernel/text.ts'

/** The form as those meet it who fill it in. */
export type Form = Pick<Whole, 'id' | 'name' | 'slug' | 'fields' | 'settings' | 'isOpen' | 'ownerId'>

/** What was sent, field by field, exactly. A file is the name that it was sent under. */
export type Answers = Record<string, string>

export type FieldFault = 'required' | 'email' | 'phone' | 'choice' | 'too-long'

const longest: Record<FieldKind, number> = {
  name: 200,
  email: 320,
  phone: 60,
  company: 200,
  text: 500,
  'long-text': 10_000,
  choice: 500,
  checkbox: 10,
  file: 1000,
}

const email =
  /^[^\s@<>(),;:"\\[\]\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,180}[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,63}$/u

/** What is wrong with the answers, by field. Line breaks belong in long texts only. */
export function checkAnswers(fields: readonly FormField[], answers: Answers): Record<string, FieldFault> {
  const faults: Record<string, FieldFault> = {}
  for (const { key, kind, isRequired, options } of fields) {
    const value = trimmed(answers[key] ?? '')
    if (value === '') {
      if (isRequired) faults[key] = 'required'
    } else if (value.length > longest[kind] || (kind !== 'long-text' && /\p{Cc}/u.test(value))) faults[key] = 'too-long'
    else if (kind === 'email' && !email.test(value)) faults[key] = 'email'
    else if (kind === 'phone' && (value.match(/\d/g) ?? []).length < 5) faults[key] = 'phone'
    else if (kind === 'choice' && !options?.some(option => option.en === value)) faults[key] = 'choice'
  }
  return faults
}

/** The answer to the first field of a kind. */
export function answerOf(fields: readonly FormField[], answers: Answers, kind: FieldKind): string | null {
  const field = fields.find(field => field.kind === kind && trimmed(answers[field.key] ?? ''))
  return field ? trimmed(answers[field.key]!) : null
}
