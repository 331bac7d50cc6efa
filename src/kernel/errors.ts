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

/** One thing wrong with one field of the input; `path` is the JSON path, e.g. `emails.0.value`. */
export interface FieldError {
  path: string
  message: string
}

export interface ErrorDetails {
  fields?: FieldError[]
  [key: string]: unknown
}

/** An expected failure. `message` is shown to people: what happened, what was kept, what to do. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

export function notFound(what: string): AppError {
  return new AppError('not-found', `There is no such ${what}, or you may not see it.`)
}

/** A refusal that names the field at fault. */
export function invalidField(path: string, message: string): AppError {
  return new AppError('invalid', message, { fields: [{ path, message }] })
}
