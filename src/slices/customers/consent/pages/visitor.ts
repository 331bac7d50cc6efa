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
export interface Visitor extends Visit<(typeof pageWords)['english']>, Addressee {
  /** The contact now, and all merged into it; empty when it is no longer there. */
  ids: string[]
  /** The address that the link is for, while it is one of the contact's. */
  handle: OwnHandle | undefined
  agent: string | null
}

export async function openLink<To extends Addressee>(
  app: App,
  request: FastifyRequest,
  to: To | null,
): Promise<(Visitor & To) | null> {
  const visit = to && (await openVisit(app, request, to.workspaceId, pageWords))
  if (!visit) return null
  const ids = await findPerson(visit.ctx, to.contactId)
  const handles = ids.length > 0 ? await readHandles(visit.ctx, ids) : []
  const handle = handles.find(handle => hashHandle(visit.ctx, handle).equals(to.hash))
  return { ...visit, ...to, ids, handle, agent: agentFamily(request.headers['user-agent']) }
}
