import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError, type ErrorCode, type FieldError } from '../../kernel/errors.ts'
import { toViolation } from './violation.ts'

/** RFC 9457 problem details, the body of every failed request. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})

const titles: Record<ErrorCode, string> = {
  invalid: 'The request is not valid',
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'Conflict',
  gone: 'No longer there',
  'too-large': 'Too large',
  unprocessable: 'Cannot be done',
  'too-many-requests': 'Too many requests',
  unavailable: 'Not available now',
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = toAppError(error)
  if (known === null) {
    request.log.error({ err: error, requestId: request.id }, 'unexpected error')
    return reply
      .status(500)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: 'about:blank',
          title: 'Something went wrong on our side',
          status: 500,
          detail: `Nothing was saved. Try again; if it happens again, send us the request id ${request.id}.`,
          code: 'internal',
          requestId: request.id,
        }),
      )
  }
  if (known.code === 'too-many-requests' && known.details.retryAfter)
    reply.header('retry-after', String(known.details.retryAfter))
  return reply
    .status(known.status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `/api/docs#problem-${known.code}`,
        title: titles[known.code],
        status: known.status,
        detail: known.message,
        code: known.code,
        requestId: request.id,
        ...known.details,
      }),
    )
}

function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  if (error instanceof z.ZodError) return invalidInput(error, '')
  const { statusCode, code, message } = error as FastifyError
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413)
    return new AppError('too-large', 'The request is too large. Send less at a time.')
  if (statusCode === 429) return new AppError('too-many-requests', message)
  if (statusCode === 414) return new AppError('invalid', 'The address is too long.')
  if (statusCode === 415) return new AppError('invalid', 'Send the body as application/json.')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new AppError('invalid', message)
  const violation = toViolation(error)
  if (violation) return violation
  if (code === '53100')
    return new AppError(
      'unavailable',
      'The disk of the database is full. Nothing was saved; free some space and try again.',
    )
  if (isDatabaseAway(error))
    return new AppError(
      'unavailable',
      'The database does not answer. Try again in a moment; what you sent may not be saved.',
    )
  return null
}

function isDatabaseAway(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (
    /^(08|57P|53)/.test(code) ||
    /ECONNREFUSED|ENOENT|ECONNRESET|EPIPE/.test(code) ||
    /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(message)
  )
}

/** The refusal for input that its schema does not accept, naming each field at fault. */
export function invalidInput(error: z.ZodError, prefix: string): AppError {
  const fields: FieldError[] = error.issues.flatMap(issue => {
    const path = [prefix, ...issue.path.map(String)].filter(part => part !== '').join('.')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key => ({ path: path ? `${path}.${key}` : key, message: 'There is no such field.' }))
    }
    return [{ path, message: issue.message }]
  })
  const first = fields[0]
  return new AppError(
    'invalid',
    first ? `${first.path ? `${first.path}: ` : ''}${first.message}` : 'The request is not valid.',
    { fields },
  )
}
