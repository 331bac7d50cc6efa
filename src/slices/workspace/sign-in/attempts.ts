import type { FastifyRequest } from 'fastify'
import { AppError } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { onceFor } from '../../../kernel/once-for.ts'
import { networkOf, Throttle, type Limit } from '../../../platform/auth/throttle.ts'
import type { App } from '../../../platform/context.ts'

const words = defineMessages('sign-in.attempts', {
  tooMany: 'Too many attempts. Try again in {minutes, plural, =1 {a minute} one {# minute} other {# minutes}}.',
})

/** How often something may be tried, for one account and from one network, in any 15 minutes or hour. */
const limits = {
  password: { account: { attempts: 10, seconds: 900 }, network: { attempts: 30, seconds: 900 } },
  reset: { account: { attempts: 3, seconds: 3600 }, network: { attempts: 20, seconds: 3600 } },
  ceremony: { account: { attempts: 300, seconds: 900 }, network: { attempts: 300, seconds: 900 } },
  link: { account: { attempts: 20, seconds: 900 }, network: { attempts: 60, seconds: 900 } },
} satisfies Record<string, { account: Limit; network: Limit }>

export type AttemptKind = keyof typeof limits

const throttlesOf = onceFor((_: App) => {
  const make = (kind: AttemptKind) => ({
    account: new Throttle(limits[kind].account),
    network: new Throttle(limits[kind].network),
  })
  return { password: make('password'), reset: make('reset'), ceremony: make('ceremony'), link: make('link') }
})

/**
 * Counts an attempt before it is made, known account or not, and refuses it when there were too many. Call what it
 * returns when the attempt proved honest.
 */
export function countAttempt(app: App, kind: AttemptKind, account: string, request: FastifyRequest): () => void {
  const { account: byAccount, network: byNetwork } = throttlesOf(app)[kind]
  const network = networkOf(request.ip)
  const now = app.clock.now()
  const wait = byNetwork.attempt(network, now) || byAccount.attempt(account, now)
  if (wait > 0) {
    const minutes = Math.ceil(wait / 60)
    throw new AppError('too-many-requests', say(words, 'tooMany', { minutes }), { retryAfter: wait })
  }
  return () => {
    byNetwork.forgive(network)
    byAccount.clear(account)
  }
}
