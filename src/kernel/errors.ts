import type { Text } from './message-params.ts'
import { defineMessages, inEnglish, say } from './messages.ts'

const words = defineMessages('kernel.errors', {
  atField: '{path}: {fault}',
  unsaved: '{fault} Nothing was saved.',
  choices: 'Use one of {choices}.',
})

/** The closed list of ways a request can fail, each with its HTTP status. Anything else is a bug and answers 500. */
export const errorStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  unprocessable: 422,
  'too-many-requests': 429,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof errorStatus

/** What is said to people is a text of the catalogue; what only who runs the server reads may be plain English. */
export type Sentence = Text | string

/** One thing wrong with one field of the input; `path` is the JSON path, e.g. `emails.0.value`. */
export interface FieldFault {
  path: string
  message: Sentence
}

/** A fault as the API answers it, in the reader's language. */
export interface FieldError extends FieldFault {
  message: string
}

export interface ErrorDetails {
  fields?: FieldFault[]
  [key: string]: unknown
}

/** An expected failure. It says to people what happened, what was kept and what to do; `message` is that in English. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly said: Sentence
  readonly details: ErrorDetails

  constructor(code: ErrorCode, sentence: Sentence, details: ErrorDetails = {}) {
    super(typeof sentence === 'string' ? sentence : inEnglish(sentence))
    this.name = 'AppError'
    this.code = code
    this.said = sentence
    this.details = details
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

export function notFound(sentence: Sentence): AppError {
  return new AppError('not-found', sentence)
}

export interface Absence {
  (): AppError
  /** What was looked for; it is refused when nothing was found. */
  unless<Found>(found: Found | null | undefined): Found
}

/** The refusal of what is not there, the same as that of what may not be seen. */
export function defineAbsence(group: string, noun: string): Absence {
  const words = defineMessages(group, absenceOf(noun))
  const absence = () => notFound(say(words, 'none'))
  return Object.assign(absence, {
    unless<Found>(found: Found | null | undefined): Found {
      if (found === null || found === undefined) throw absence()
      return found
    },
  })
}

export function absenceOf(noun: string) {
  return { none: `There is no such ${noun}, or you may not see it.` }
}

/** A refusal that names the fields at fault; the first is told. */
export function invalidFields(fields: FieldFault[], code: ErrorCode = 'invalid'): AppError {
  const [{ path, message }] = fields as [FieldFault]
  return new AppError(code, path === '' ? message : say(words, 'atField', { path, fault: message }), { fields })
}

type Parts<Works extends readonly (() => unknown)[]> = { [At in keyof Works]: ReturnType<Works[At]> }

/** What each of these answers; where several refuse fields, all of these are told at once. */
export function together<const Works extends readonly (() => unknown)[]>(...works: Works): Parts<Works> {
  const refusals: AppError[] = []
  const parts = works.map(work => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'invalid' || !error.details.fields) throw error
      return void refusals.push(error)
    }
  })
  if (refusals.length > 1) throw invalidFields(refusals.flatMap(({ details }) => details.fields!))
  if (refusals[0]) throw refusals[0]
  return parts as Parts<Works>
}

/** A refusal of something within a record: the field is at fault, and nothing else was saved either. */
export function unsaved(code: ErrorCode, path: string, fault: Sentence): AppError {
  return new AppError(code, say(words, 'unsaved', { fault }), { fields: [{ path, message: fault }] })
}

/** A refusal that names the field at fault. */
export function invalidField(path: string, sentence: Sentence, code: ErrorCode = 'invalid'): AppError {
  return new AppError(code, sentence, { fields: [{ path, message: sentence }] })
}

export function invalidChoice(path: string, choices: readonly string[]): AppError {
  return invalidField(path, say(words, 'choices', { choices: choices.join(', ') }))
}
