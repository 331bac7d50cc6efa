import { trimmed } from '../../../kernel/text.ts'

export const fieldKinds = [
  'name',
  'email',
  'phone',
  'company',
  'text',
  'long-text',
  'choice',
  'checkbox',
  'file',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** By language; who reads another one gets English. */
export interface TextByLanguage {
  en: string
  [language: string]: string
}

export interface FormField {
  key: string
  kind: FieldKind
  label: TextByLanguage
  isRequired: boolean
  /** Of a choice. */
  options?: TextByLanguage[] | undefined
}

export interface FormSettings {
  title: TextByLanguage
  intro: TextByLanguage
  /** The usual words when left out, as those of thanks. */
  button?: TextByLanguage | undefined
  thanks?: TextByLanguage | undefined
  /** Consent that is asked for, each by a box of its own that is never ticked beforehand. */
  purposeIds: string[]
  /** The consent counts once it is confirmed by mail. */
  isDoubleOptIn: boolean
  doesAcknowledge: boolean
  /** Sites that may show the form in a frame; any when there are none. */
  embedOrigins: string[]
  /** Takes what a form on another site sends that was not made by us, and so cannot tell how long it was filled in. */
  takesPlainForms: boolean
  /** Colour of the button, `#1f6f6b`; the usual one when left out. */
  accent: string | null
}

export interface Form {
  id: string
  name: string
  slug: string
  fields: FormField[]
  settings: FormSettings
  isOpen: boolean
  ownerId: string | null
}

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
