import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  AppError,
  invalidFields,
  type ErrorCode,
  type ErrorDetails,
  type FieldFault,
  type Sentence,
} from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import { textIn } from '../languages.ts'
import { issueText } from './issue-text.ts'
import { readerOf } from './reader.ts'
import { toViolation } from './violation.ts'

/** RFC 9457 problem details, the body of every failed request. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  /** Which of our sentences `detail` is, whatever its language: `contacts.handle.taken`. */
  reason: z.string().optional(),
  requestId: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})

const titles = defineMessages('platform.problem-title', {
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
  internal: 'Something went wrong on our side',
})

const words = defineMessages('platform.problem', {
  internal: 'Nothing was saved. Try again; if it happens again, send us the request id {id}.',
  tooLarge: 'The request is too large. Send less at a time.',
  longAddress: 'The address is too long.',
  notJson: 'Send the body as application/json.',
  brokenJson: 'The body is not valid JSON.',
  unreadable: 'The request could not be read.',
  diskFull: 'The disk of the database is full. Nothing was saved; free some space and try again.',
  databaseAway: 'The database does not answer. Try again in a moment; what you sent may not be saved.',
  invalid: 'The request is not valid.',
})

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = toAppError(error)
  if (known === null) {
    request.log.error({ err: error, requestId: request.id }, 'unexpected error')
    return send(request, reply, 500, 'internal', say(words, 'internal', { id: request.id }))
  }
  if (known.code === 'too-many-requests' && known.details.retryAfter)
    reply.header('retry-after', String(known.details.retryAfter))
  return send(request, reply, known.status, known.code, known.said, known.details)
}

/** In the language of who reads it. */
function send(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: ErrorCode | 'internal',
  sentence: Sentence,
  details: ErrorDetails = {},
): FastifyReply {
  const locale = readerOf(request)
  const problem = {
    type: code === 'internal' ? 'about:blank' : `/api/docs#problem-${code}`,
    title: textIn(say(titles, code), locale),
    status,
    detail: textIn(sentence, locale),
    code,
    ...reasonOf(sentence),
    requestId: request.id,
    ...wordedDetails(details, locale),
  }
  return reply.status(status).type('application/problem+json').send(JSON.stringify(problem))
}

/** A refusal among others that succeeded. */
export function problemIn({ code, said, details }: AppError, locale: string) {
  return { code, message: textIn(said, locale), ...reasonOf(said), ...wordedDetails(details, locale) }
}

function reasonOf(sentence: Sentence): { reason?: string } {
  return typeof sentence === 'string' ? {} : { reason: `${sentence.group}.${sentence.key}` }
}

function wordedDetails(details: ErrorDetails, locale: string) {
  const { fields, ...rest } = details
  if (fields === undefined) return rest
  return { ...rest, fields: fields.map(({ path, message }) => ({ path, message: textIn(message, locale) })) }
}

function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  if (error instanceof z.ZodError) return invalidInput(error, '')
  const { statusCode, code } = error as FastifyError
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413)
    return new AppError('too-large', say(words, 'tooLarge'))
  if (statusCode === 414) return new AppError('invalid', say(words, 'longAddress'))
  if (statusCode === 415) return new AppError('invalid', say(words, 'notJson'))
  if (/JSON/.test(code ?? '')) return new AppError('invalid', say(words, 'brokenJson'))
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new AppError('invalid', say(words, 'unreadable'))
  if (isBrokenForm(error)) return new AppError('invalid', say(words, 'unreadable'))
  const violation = toViolation(error)
  if (violation) return violation
  if (code === '53100') return new AppError('unavailable', say(words, 'diskFull'))
  if (isDatabaseAway(error)) return new AppError('unavailable', say(words, 'databaseAway'))
  return null
}

/** What the reader of multipart bodies throws at one without a boundary or without an end: it gives its errors no code. */
function isBrokenForm(error: unknown): boolean {
  const { message = '' } = error as { message?: string }
  return /^Multipart: |unexpected end of multipart data$|^The needle cannot /i.test(message)
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
  const fields = error.issues.flatMap((issue): FieldFault[] => {
    const path = [prefix, ...issue.path.map(String)].filter(part => part !== '').join('.')
    const message = issueText(issue)
    if (issue.code !== 'unrecognized_keys') return [{ path, message }]
    return issue.keys.map(key => ({ path: path ? `${path}.${key}` : key, message }))
  })
  return fields.length > 0 ? invalidFields(fields) : new AppError('invalid', say(words, 'invalid'))
}
