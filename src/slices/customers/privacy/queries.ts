import { sql, type RawBuilder } from 'kysely'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { findRows } from '../../../platform/db/row.ts'
import { textIn } from '../../../platform/languages.ts'
import { listPage } from '../../../platform/list/list.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { getContactKey, joinRoot } from '../contacts/public.ts'
import { findErasureOf, findErasure, type StoredErasure } from './erasures.ts'
import { findHold } from './holds.ts'
import { countAll } from './jobs/erase.ts'
import { findPerson } from './person.ts'
import { possibleSteps, requestKinds, requestStatuses } from './request.ts'
import type {
  Erasure,
  ImpactCount,
  ImpactRow,
  LegalHoldRow,
  PrivacyRequest,
  PrivacyRequestRow,
  RetentionRun,
  Step,
} from './schema.ts'
import { noRequest } from './store.ts'
import type { StoredRequest } from './store.ts'

function columns(ctx: Ctx): RawBuilder<unknown> {
  return sql`r.id, r.kind, r.status, pc.id as contact_id, pc.name as contact_name, r.asked_by, r.email, r.assignee_id, r.received_at, r.due_at,
    (r.closed_at is null and r.due_at < ${ctx.now()}) as is_overdue, r.extended_at, r.closed_at`
}

const from = sql`privacy_requests r
  ${joinRoot('r.contact_id', 'pc')}`

function isRequestVisible(ctx: Ctx): RawBuilder<boolean> {
  return ctx.actor.recordRule === 'all'
    ? sql<boolean>`true`
    : sql<boolean>`(r.contact_id is null or ${isVisible(ctx, 'pc')})`
}

export async function listRequests(ctx: Ctx, query: ListQuery): Promise<Page<PrivacyRequestRow>> {
  return listPage(ctx, query, {
    alias: 'r',
    from,
    select: columns(ctx),
    where: [isRequestVisible(ctx)],
    columns: {
      kind: { type: 'choice', sql: sql`r.kind`, choices: requestKinds },
      status: { type: 'choice', sql: sql`r.status`, choices: requestStatuses },
      isOpen: { type: 'yesno', sql: sql`(r.closed_at is null)` },
      contactId: { type: 'id', sql: sql`r.contact_id`, refersTo: 'contacts' },
      assigneeId: { type: 'id', sql: sql`r.assignee_id` },
      dueAt: { type: 'time', sql: sql`r.due_at`, isSortable: true },
      receivedAt: { type: 'time', sql: sql`r.received_at`, isSortable: true },
    },
    defaultSort: '-receivedAt',
  })
}

export async function getRequest(ctx: Ctx, id: string): Promise<PrivacyRequest> {
  const { rows } = await sql<
    PrivacyRequestRow & Pick<StoredRequest, 'identityCheck' | 'note' | 'proof' | 'extendedAt'>
  >`
    select ${columns(ctx)}, r.identity_check, r.note, r.proof from ${from}
    where r.workspace_id = ${ctx.workspaceId} and r.id = ${id} and ${isRequestVisible(ctx)}`.execute(ctx.db)
  const row = noRequest.unless(rows[0])
  const { proof, ...request } = row
  const state = proof.export ?? null
  const isExpired =
    state?.status === 'done' && state.expiresAt !== undefined && state.expiresAt < ctx.now().toISOString()
  const erased = request.contactId === null ? null : await findErasureOf(ctx, [request.contactId])
  return {
    ...request,
    steps: await readSteps(ctx, id),
    possibleSteps: possibleSteps({ status: request.status, extendedAt: request.extendedAt as Date | null }),
    export: state && (isExpired ? { ...state, status: 'expired' } : state),
    erasure: erased ? toErasure(ctx, erased) : null,
  } as PrivacyRequest
}

export async function listSteps(ctx: Ctx, id: string): Promise<Step[]> {
  return (await getRequest(ctx, id)).steps
}

async function readSteps(ctx: Ctx, requestId: string): Promise<Step[]> {
  const columns = ['position', 'name', 'detail', 'memberId', 'at'] as const
  return (await findRows(ctx, 'privacySteps', columns, { requestId }, sql`order by position`)) as unknown as Step[]
}

export async function previewErasure(ctx: Ctx, contactId: string) {
  const { ids, name } = await getContactKey(ctx, contactId)
  return {
    name,
    contacts: ids.length,
    hold: await findHold(ctx, ids),
    items: labelled(ctx, await countAll(ctx, ids, await findPerson(ctx, ids))),
  }
}

export async function getErasure(ctx: Ctx, contactId: string): Promise<{ erasure: Erasure | null }> {
  const { ids } = await getContactKey(ctx, contactId)
  const found = await findErasureOf(ctx, ids)
  return { erasure: found ? toErasure(ctx, found) : null }
}

export async function getErasureById(ctx: Ctx, id: string): Promise<Erasure> {
  return toErasure(ctx, (await findErasure(ctx, id))!)
}

function toErasure(ctx: Ctx, { id, contactId, status, step, counts, createdAt, finishedAt }: StoredErasure): Erasure {
  return { id, contactId, status, step, counts: labelled(ctx, counts), createdAt, finishedAt } as unknown as Erasure
}

function labelled(ctx: Ctx, counts: readonly ImpactCount[]): ImpactRow[] {
  return counts.map(count => {
    const label = ctx.app.personalData.find(({ name }) => name === count.name)?.label
    return { ...count, label: label ? textIn(label, ctx.locale) : count.name }
  })
}

export async function listLegalHolds(ctx: Ctx, query: ListQuery): Promise<Page<LegalHoldRow & { id: string }>> {
  return listPage(ctx, query, {
    alias: 'h',
    from: sql`legal_holds h ${joinRoot('h.contact_id')}`,
    select: sql`h.contact_id as id, c.id as contact_id, c.name as contact_name, h.reason, h.until, h.member_id, h.created_at`,
    where: [isVisible(ctx, 'c')],
    id: sql`h.contact_id`,
    columns: { createdAt: { type: 'time', sql: sql`h.created_at`, isSortable: true } },
  })
}

export async function listRetentionRuns(ctx: Ctx, query: ListQuery): Promise<Page<RetentionRun>> {
  return listPage(ctx, query, {
    alias: 'n',
    from: sql`retention_runs n`,
    select: sql`n.id, n.counts, n.created_at, n.finished_at`,
    columns: { createdAt: { type: 'time', sql: sql`n.created_at`, isSortable: true } },
  })
}
