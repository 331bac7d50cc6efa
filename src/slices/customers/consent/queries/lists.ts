import { sql } from 'kysely'
import { inLanguage } from '../../../../kernel/input.ts'
import type { ListQuery, Page } from '../../../../kernel/page.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Raw } from '../../../../platform/http/route.ts'
import { exportList } from '../../../../platform/list/export.ts'
import { listPage } from '../../../../platform/list/list.ts'
import { isVisible } from '../../../../platform/list/visible.ts'
import { joinMember } from '../../../workspace/members/public.ts'
import { channels, sayers, states, ways } from '../consent.ts'
import { findPurposes, readTexts, requirePurpose } from '../purposes.ts'
import { suppressionReasons, type ConsentRow, type Purpose, type SuppressionRow } from '../schema.ts'
import { toPurpose } from './contact-consents.ts'
import { joinRoot } from '../../contacts/public.ts'

export async function listPurposes(ctx: Ctx): Promise<Purpose[]> {
  return (await findPurposes(ctx)).map(toPurpose)
}

export async function getPurpose(ctx: Ctx, id: string): Promise<Purpose> {
  return toPurpose(await requirePurpose(ctx, id))
}

export async function listPurposeTexts(ctx: Ctx, id: string) {
  await getPurpose(ctx, id)
  const texts = await readTexts(ctx, id)
  return texts.map(({ createdAt, ...text }) => ({ ...text, createdAt: createdAt.toISOString() }))
}

/** By time and hash: the hash stands for the address, and is no id of anything else. */
export function listSuppressions(ctx: Ctx, query: ListQuery): Promise<Page<SuppressionRow>> {
  const id = sql`encode(substring(s.hash for 16), 'hex')::uuid`
  return listPage(ctx, query, {
    alias: 's',
    from: sql`suppressions s`,
    select: sql`${id} as id, s.channel, s.reason, s.created_at`,
    id,
    columns: {
      createdAt: { type: 'time', sql: sql`s.created_at`, isSortable: true },
      reason: { type: 'choice', sql: sql`s.reason`, choices: suppressionReasons },
      channel: { type: 'choice', sql: sql`s.channel`, choices: [...channels, 'all'] },
    },
  })
}

interface ProofRow extends Omit<ConsentRow, 'purposeId'> {
  contactName: string
  purpose: string
  text: Record<string, string> | null
  language: string | null
}

const proofColumns = [
  ...(['id', 'occurredAt', 'recordedAt', 'contactId', 'contactName', 'purpose', 'channel', 'state'] as const),
  ...([
    'saidBy',
    'memberName',
    'how',
    'textVersion',
    'text',
    'language',
    'handle',
    'note',
    'address',
    'agent',
  ] as const),
]

/** Every record with what proves it: the wording, the address, where it came from. */
export async function exportProof(ctx: Ctx, query: ListQuery): Promise<Raw> {
  const wording = ({ text, language }: ProofRow) => text && inLanguage(text, language ?? ctx.locale)
  const columns = proofColumns.map(key => ({
    key,
    label: key,
    value: (row: ProofRow) => (key === 'text' ? wording(row) : row[key]),
  }))
  return exportList(ctx, 'csv', 'consents', columns, query, page =>
    listPage<ProofRow>(ctx, page, {
      alias: 'r',
      from: sql`consents r
          ${joinRoot('r.contact_id')}
          join consent_purposes u on u.workspace_id = r.workspace_id and u.id = r.purpose_id
          left join consent_texts w on w.workspace_id = r.workspace_id and w.purpose_id = r.purpose_id and w.version = r.text_version
          left join consent_proofs p on p.workspace_id = r.workspace_id and p.consent_id = r.id
          ${joinMember('r.member_id')}`,
      select: sql`r.id, to_json(r.occurred_at) as occurred_at, to_json(r.recorded_at) as recorded_at, c.id as contact_id, c.name as contact_name, u.key as purpose,
          r.channel, r.state, r.said_by, m.name as member_name, r.how, r.text_version, w.text, p.language, p.handle, p.note, p.address, p.agent`,
      where: [isVisible(ctx, 'c')],
      columns: {
        occurredAt: { type: 'time', sql: sql`r.occurred_at`, isSortable: true },
        contactId: { type: 'id', sql: sql`r.contact_id`, refersTo: 'contacts' },
        channel: { type: 'choice', sql: sql`r.channel`, choices: channels },
        state: { type: 'choice', sql: sql`r.state`, choices: states },
        saidBy: { type: 'choice', sql: sql`r.said_by`, choices: sayers },
        how: { type: 'choice', sql: sql`r.how`, choices: ways },
      },
      defaultSort: '-occurredAt',
    }),
  )
}
