import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../../kernel/errors.ts'
import { defineText } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'

const noKeys = defineText('sign-in.person.noKeys', 'An API key cannot do this. Sign in as a person.')

/** The browser on the other side: its cookies come with the request and leave with the reply. */
export interface Browser {
  request: FastifyRequest
  reply: FastifyReply
}

export interface SignedInPerson {
  userId: string
  sessionId: string
  memberId: string
}

/** Whoever is signed in; what concerns a person's own account is closed to API keys. */
export function signedInPerson(ctx: Ctx): SignedInPerson {
  const { userId, sessionId, memberId } = ctx.actor
  if (userId === null || sessionId === null || memberId === null) {
    throw new AppError('forbidden', noKeys)
  }
  return { userId, sessionId, memberId }
}
