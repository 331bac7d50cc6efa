import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { findRows } from '../../../platform/db/row.ts'
import { isOfContacts, personalRows, type PersonalData } from '../../../platform/personal-data.ts'
import { hashHandle } from './handle-hash.ts'

const words = defineMessages('consent.personal-data', {
  consent: 'Consent',
  suppressions: 'Suppressions',
})

/**
 * Records of consent prove that the company did as it was told, so they outlive an erasure; what tells of the person in
 * them, the address and the note, goes.
 */
const consents: PersonalData = {
  label: say(words, 'consent'),
  ...personalRows({
    from: 'consents r',
    joins: sql`join consent_purposes u on u.workspace_id = r.workspace_id and u.id = r.purpose_id
      left join consent_texts w on w.workspace_id = r.workspace_id and w.purpose_id = r.purpose_id and w.version = r.text_version
      left join consent_proofs p on p.workspace_id = r.workspace_id and p.consent_id = r.id`,
    columns: `u.key as purpose, r.channel, r.state, r.said_by, r.how, r.text_version, w.text, r.occurred_at, r.recorded_at,
      p.handle, p.note, p.address, p.agent, p.language`,
    effect: 'kept',
  }),
  tables: ['consents', 'consent_proofs'],
  async count(ctx, ids) {
    const { rows } = await sql<{ kept: number; redacted: number }>`
      select count(*) as kept, count(p.consent_id) as redacted from consents r
        left join consent_proofs p on p.workspace_id = r.workspace_id and p.consent_id = r.id
      where ${isOfContacts('r', ctx, ids)}`.execute(ctx.db)
    return { ...rows[0]!, why: 'proof' }
  },
  async erase(ctx, ids) {
    await sql`delete from consent_proofs p where p.workspace_id = ${ctx.workspaceId} and p.consent_id in (
      select r.id from consents r where ${isOfContacts('r', ctx, ids)})`.execute(ctx.db)
  },
}

/** Kept for ever: they are what keeps the company from writing to somebody who does not want it. */
const suppressions: PersonalData = {
  name: 'suppressions',
  label: say(words, 'suppressions'),
  tables: ['suppressions'],
  async *read(ctx, _ids, { handles }) {
    const hashes = handles.map(handle => hashHandle(ctx, handle))
    const columns = ['hash', 'channel', 'reason', 'createdAt'] as const
    const rows = await findRows(ctx, 'suppressions', columns, { hash: hashes }, sql`order by created_at`)
    const known = new Map(handles.map((handle, at) => [hashes[at]!.toString('hex'), handle.value]))
    yield rows.map(({ hash, ...row }) => ({ address: known.get(hash.toString('hex')), ...row }))
  },
  async count(ctx, _ids, { handles }) {
    const hashes = handles.map(handle => hashHandle(ctx, handle))
    return { kept: (await findRows(ctx, 'suppressions', ['hash'], { hash: hashes })).length, why: 'suppression' }
  },
  async erase() {},
}

export const personalData = [consents, suppressions]
