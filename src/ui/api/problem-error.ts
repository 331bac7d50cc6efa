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
    super(detail)
    this.name = 'ProblemError'
    this.status = status
    this.code = code
    this.title = title
    this.requestId = requestId
    this.fields = fields
    this.details = details
  }

  /** As forms read it. */
  get problem(): { title: string; detail: string; requestId?: string; fields: readonly FieldError[] } {
    return { title: this.title, detail: this.message, requestId: this.requestId, fields: this.fields }
  }

  /** What is wrong with the field at `path`, for the form that sent it. */
  field(path: string): string | undefined {
    return this.fields.find(field => field.path === path)?.message
  }
}

export async function readProblem(response: Response): Promise<ProblemError> {
  const requestId = response.headers.get('x-request-id') ?? undefined
  const fallback: Problem = {
    status: response.status,
    code: response.status >= 500 ? 'unavailable' : 'invalid',
    title: response.statusText,
    detail: `The server answered with status ${response.status}. Try again in a moment.`,
    requestId,
  }
  try {
    return new ProblemError({ ...fallback, ...((await response.json()) as Partial<Problem>) })
  } catch {
    return new ProblemError(fallback)
  }
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
