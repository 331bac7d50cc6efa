import type { FieldError } from '../../kernel/errors.ts'

/** RFC 9457 problem details as the API sends them. */
export interface Problem {
  status: number
  code: string
  title: string
  detail: string
  requestId?: string
  fields?: FieldError[]
  [detail: string]: unknown
}

/** A request that failed. `message` is meant for people; `code` is `offline` when the server could not be reached. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly requestId: string | undefined
  readonly fields: readonly FieldError[]
  /** Everything else that the server told, such as who holds a handle. */
  readonly details: Readonly<Record<string, unknown>>

  constructor({ status, code, title, detail, requestId, fields = [], ...details }: Problem) {
    // For programs it begins with the path of the field at fault.
    const path = `${fields[0]?.path}: `
    super(detail.startsWith(path) ? detail.slice(path.length) : detail)
    this.name = 'ProblemError'
    this.status = status
    this.code = code
    this.title = title
    this.requestId = requestId
    this.fields = fields
    this.details = details
  }

  /** What is wrong with the field at `path`, for the form that sent it. */
  field(path: string): string | undefined {
    return this.fields.find(field => field.path === path)?.message
  }
}

/** What the body of a refusal says; what its status does where the body says nothing. */
export function readProblem(status: number, title: string, body: string): ProblemError {
  const code = status === 413 ? 'too-large' : 'unavailable'
  const detail = `The server answered with status ${status}. Try again in a moment.`
  const fallback: Problem = { status, code, title, detail }
  try {
    return new ProblemError({ ...fallback, ...(JSON.parse(body) as Partial<Problem>) })
  } catch {
    return new ProblemError(fallback)
  }
}

/** A refusal of our own, of one field. */
export function refusedField(path: string, message: string): ProblemError {
  const fields = [{ path, message }]
  return new ProblemError({ status: 0, code: 'invalid', title: message, detail: message, fields })
}

export function offline(): ProblemError {
  return new ProblemError({
    status: 0,
    code: 'offline',
    title: 'Offline',
    detail: 'The server cannot be reached. Nothing was saved; try again when you are back online.',
  })
}

export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  return new ProblemError({
    status: 0,
    code: 'internal',
    title: 'Error',
    detail: error instanceof Error ? error.message : String(error),
  })
}
