import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../../kernel/errors.ts'
import { defineText } from '../../kernel/messages.ts'
import { storable } from '../../kernel/text.ts'

const noFile = defineText('platform.form-body.noFile', 'Send no file with this form.')

/** Lets the routes of `scope` take what a plain HTML form sends; `scope` is a context of its own, made by `register`. */
export function acceptForms(scope: FastifyInstance, maxBytes = 64 * 1024): void {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: maxBytes },
    (_request, body, done) => done(null, new URLSearchParams(body as string)),
  )
}

/** The fields of a form that holds no files, however it was sent. */
export async function readForm(request: FastifyRequest): Promise<URLSearchParams> {
  if (request.body instanceof URLSearchParams) return storableForm(request.body)
  const form = new URLSearchParams()
  if (!request.isMultipart()) return form
  for await (const part of request.parts({ limits: { fields: 100, files: 0, fieldSize: 64 * 1024 } })) {
    if (part.type === 'file') throw new AppError('invalid', noFile)
    form.append(part.fieldname, String(part.value))
  }
  return storableForm(form)
}

const storableForm = (form: URLSearchParams) => new URLSearchParams([...form].map(pair => pair.map(storable)))
