import type { FastifyRequest } from 'fastify'
import type { App } from '../../../../platform/context.ts'
import { openVisit, type Visit } from '../../../../platform/http/visit.ts'
import { agentFamily } from '../agent.ts'
import { hashHandle } from '../handle-hash.ts'
import type { Addressee } from '../links.ts'
import { findPerson } from '../queries/consents-of.ts'
import { pageWords } from './words.ts'
import { readHandles, type OwnHandle } from '../../contacts/public.ts'

/** Whoever holds a link that we signed. */
export interface Visitor extends Visit<(typeof pageWords)['english']> {
  /** The contact now, and all merged into it; empty when it is no longer there. */
  ids: string[]
  /** The address that the link is for, while it is one of the contact's. */
  handle: OwnHandle | undefined
  hash: Buffer
  contactId: string
  agent: string | null
}

export async function openLink(app: App, to: Addressee, request: FastifyRequest): Promise<Visitor | null> {
  const { workspaceId, contactId, hash } = to
  const visit = await openVisit(app, request, workspaceId, pageWords)
  if (!visit) return null
  const ids = await findPerson({ db: app.db, workspaceId }, contactId)
  const handles = ids.length > 0 ? await readHandles({ db: app.db, workspaceId }, ids) : []
  const handle = handles.find(handle => hashHandle(app.secret, workspaceId, handle).equals(hash))
  return { ...visit, ids, handle, hash, contactId, agent: agentFamily(request.headers['user-agent']) }
}
