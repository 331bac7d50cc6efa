import { sql } from 'kysely'
import type { Ctx } from '../../../../platform/context.ts'
import { joinMember } from '../../../workspace/members/public.ts'
import { getContactKey, readHandles } from '../../contacts/public.ts'
import { findPurposes, type StoredPurpose } from '../purposes.ts'
import type { ConsentRow, ContactConsents, Purpose } from '../schema.ts'
import { suppressionsOf, type Suppression } from '../suppressions.ts'
import { consentsOf } from './consents-of.ts'

const reached = new Set(['email', 'phone', 'whatsapp'])

export async function getContactConsents(ctx: Ctx, id: string, at = ctx.now()): Promise<ContactConsents> {
  const key = await getContactKey(ctx, id)
  const [purposes, current, handles, history] = await Promise.all([
    findPurposes(ctx),
    consentsOf(ctx, [key.id], at),
    readHandles(ctx, key.ids),
    readHistory(ctx, key.ids, at),
  ])
  const addresses = handles.filter(({ kind }) => reached.has(kind))
  const suppressions = await suppressionsOf(ctx, addresses)
  const standings = current.get(key.id) ?? []
  const used = new Set(history.map(record => record.purposeId))
  return {
    purposes: purposes.filter(purpose => purpose.archivedAt === null || used.has(purpose.id)).map(toPurpose),
    current: standings.map(({ record: { occurredAt, how, saidBy }, ...standing }) => {
      return { ...standing, since: occurredAt.toISOString(), how, saidBy }
    }),
    addresses: addresses.map(({ id: handleId, kind, value }, index) => ({
      handleId,
      kind,
      value,
      suppressions: suppressions[index]!.map(shownSuppression),
    })),
    history,
  }
}

async function readHistory(ctx: Ctx, ids: string[], at: Date): Promise<ConsentRow[]> {
  const { rows } = await sql<ConsentRow>`
    select r.id, r.contact_id, r.purpose_id, r.channel, r.state, r.said_by, m.name as member_name, r.how, r.text_version,
      to_json(r.occurred_at) as occurred_at, to_json(r.recorded_at) as recorded_at, p.handle, p.note, p.address, p.agent
    from consents r
      left join consent_proofs p on p.workspace_id = r.workspace_id and p.consent_id = r.id
      ${joinMember('r.member_id')}
    where r.workspace_id = ${ctx.workspaceId} and r.contact_id = any(${ids}::uuid[]) and r.occurred_at <= ${at}
    order by r.occurred_at desc, r.id desc limit 200`.execute(ctx.db)
  return rows
}

export function toPurpose({ id, key, name, channels, text, textVersion, archivedAt }: StoredPurpose): Purpose {
  return { id, key, name, channels, text, textVersion, archivedAt: archivedAt?.toISOString() ?? null }
}

export function shownSuppression({ channel, reason, since }: Suppression) {
  return { channel, reason, since: since.toISOString() }
}
