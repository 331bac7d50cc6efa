import type { FastifyRequest } from 'fastify'
import { notFound } from '../../../kernel/errors.ts'
import { listMemberships } from '../../../platform/auth/memberships.ts'
import { defineText } from '../../../kernel/messages.ts'
import type { Config } from '../../../platform/config.ts'
import type { App } from '../../../platform/context.ts'
import { deriveKey } from '../../../platform/crypto/derive-key.ts'
import { ownerAddress } from './world/staff.ts'
import { hasFirstPassword } from '../../../platform/auth/users.ts'
import type { DemoSignIn } from './schema.ts'

const noDemo = defineText('demo.sign-in.noDemo', 'There is no demo sign-in here.')

export const noDemoSignIn = () => notFound(noDemo)

const consonants = 'bdfgklmnprstvz'
const vowels = 'aeiou'

/** How to come in as the owner of the demo. The password is this instance's own, and the same at every start. */
export function demoSignIn({ secret }: Pick<App, 'secret'>): DemoSignIn {
  const bytes = deriveKey(secret, 'demo sign-in')
  const syllable = (at: number) => consonants[bytes[at]! % consonants.length]! + vowels[bytes[at + 1]! % vowels.length]!
  const words = [0, 1, 2].map(word => [0, 1, 2].map(part => syllable(word * 6 + part * 2)).join(''))
  return { email: ownerAddress, password: `${words.join('-')}-${10 + (bytes[18]! % 90)}` }
}

/** The demo sign-in while it works: there is a demo workspace, and its owner's password was never changed. */
export async function findDemoSignIn(app: App): Promise<DemoSignIn | null> {
  if (!(await hasFirstPassword(app.db, ownerAddress))) return null
  const memberships = await listMemberships(app.db, { email: ownerAddress })
  return memberships.some(({ isDemo }) => isDemo) ? demoSignIn(app) : null
}

/** The demo sign-in is told on the machine itself only: no other machine, no proxy, no foreign name for this address. */
export function requireOnThisMachine(
  { host, origin, trustProxy }: Config,
  { headers, socket }: Pick<FastifyRequest, 'headers' | 'socket'>,
): void {
  const asked = headers.host === undefined ? null : URL.parse(`http://${headers.host}`)?.hostname
  const isLocal = [host, new URL(origin).hostname, socket.remoteAddress, asked].every(isLoopback)
  const wasForwarded = ['forwarded', 'x-forwarded-for', 'via'].some(name => headers[name] !== undefined)
  if (!isLocal || trustProxy !== false || wasForwarded) throw noDemoSignIn()
}

function isLoopback(name: string | null | undefined): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|::ffff:127(\.\d{1,3}){3})$/.test(name ?? '')
}
