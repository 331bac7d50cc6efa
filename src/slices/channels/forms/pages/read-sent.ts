import type { FastifyRequest } from 'fastify'
import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { clip, isStorable } from '../../../../kernel/text.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { discardFile, storePart } from '../../../customers/files/public.ts'
import type { Answers, Form } from '../form.ts'

const words = defineMessages('forms.read-sent', {
  sendAsForm: 'Send the fields as an HTML form does.',
  tooMuchAtOnce: 'This is too much at once. Send files of 10 MB at most, three in all.',
})

const maxFileBytes = 10 * 1024 * 1024
const maxFiles = 3
const maxBytes = maxFiles * maxFileBytes + 1024 * 1024

export interface SentForm {
  answers: Answers
  ticks: string[]
  token: string
  /** The field that people do not see was filled in. */
  isTrapped: boolean
  language: string
  fileIds: string[]
  /** Takes the stored files away again. */
  discard(): Promise<void>
}

/** Reads what was sent, however it was; files are stored as they come in, under an id of ours. */
export async function readSent(ctx: Ctx, form: Form, request: FastifyRequest): Promise<SentForm> {
  const sent: SentForm = {
    answers: {},
    ticks: [],
    token: '',
    isTrapped: false,
    language: '',
    fileIds: [],
    discard: () =>
      inTransaction(ctx, async ctx => {
        for (const id of sent.fileIds.splice(0)) await discardFile(ctx, id)
      }),
  }
  if (request.body instanceof URLSearchParams) {
    for (const [name, value] of request.body) take(form, sent, name, value)
    return sent
  }
  if (!request.isMultipart()) throw new AppError('invalid', say(words, 'sendAsForm'))
  if (Number(request.headers['content-length']) > maxBytes) throw tooLarge()
  try {
    const limits = { fileSize: maxFileBytes, files: maxFiles, fields: 100, fieldSize: 64 * 1024 }
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        take(form, sent, part.fieldname, String(part.value))
        continue
      }
      const isWanted = form.fields.some(field => field.kind === 'file' && field.key === part.fieldname)
      if (!isWanted || !part.filename || sent.isTrapped) {
        part.file.resume()
        continue
      }
      const file = await storePart(ctx, part, { purpose: 'attachment', maxBytes: maxFileBytes })
      if (file.size === 0) continue
      sent.fileIds.push(file.id)
      sent.answers[part.fieldname] = part.filename
    }
    return sent
  } catch (error) {
    await sent.discard()
    throw error
  }
}

function take(form: Form, sent: SentForm, name: string, value: string): void {
  if (name === '_t') sent.token = value
  else if (name === '_website') sent.isTrapped ||= value !== ''
  else if (name === '_consent') sent.ticks.push(clip(value, 100))
  else if (name === '_lang') sent.language = value
  else if (form.fields.some(field => field.key === name && field.kind !== 'file') && isStorable(value))
    sent.answers[name] = value
}

function tooLarge(): AppError {
  return new AppError('too-large', say(words, 'tooMuchAtOnce'))
}
