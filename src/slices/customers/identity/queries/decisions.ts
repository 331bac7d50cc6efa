import { sql } from 'kysely'
import type { ListQuery, Page } from '../../../../kernel/page.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { ListColumn } from '../../../../platform/list/filter.ts'
import { listPage } from '../../../../platform/list/list.ts'
import { isVisible } from '../../../../platform/list/visible.ts'
import { holdsWords } from '../../../../platform/record/list.ts'
import { rootId } from '../../contacts/public.ts'
import { joinMember } from '../../../workspace/members/public.ts'
import type { FieldEvidence } from '../evidence.ts'
import { verdicts, type Decision } from '../schema.ts'
import { explainAll } from './candidates.ts'
import { joinBoth } from './join-both.ts'

type Stored = Omit<Decision, 'evidence'> & { evidence: FieldEvidence[] }

const columns: Record<string, ListColumn> = {
  verdict: { type: 'choice', sql: sql`d.verdict`, choices: verdicts },
  memberId: { type: 'id', sql: sql`d.member_id` },
  createdAt: { type: 'time', sql: sql`d.created_at`, isSortable: true },
  id: { type: 'id', sql: sql`d.id` },
}

const select = sql`d.id, d.verdict, d.merge_id, d.probability, d.weight, d.member_id, m.name as member_name, d.created_at,
  case when jsonb_typeof(d.evidence) = 'array' then d.evidence else '[]' end as evidence,
  json_build_object('id', a.id, 'name', a.name) as a, json_build_object('id', b.id, 'name', b.name) as b,
  case when ${rootId('a')} = ${rootId('b')} then ${rootId('a')} end as survivor_id`

const from = sql`identity_decisions d ${joinBoth('d')}
  ${joinMember('d.member_id')}`

export async function listDecisions(ctx: Ctx, query: ListQuery): Promise<Page<Decision>> {
  const page = await listPage<Stored>(ctx, query, {
    alias: 'd',
    from,
    select,
    where: [isVisible(ctx, 'a'), isVisible(ctx, 'b')],
    columns,
    search: q => {
      const found = sql`array(select s.id from contacts s where s.workspace_id = ${ctx.workspaceId} and ${holdsWords(sql`s.search_text`, q)} limit 1000)`
      return sql<boolean>`(d.a_id = any(${found}) or d.b_id = any(${found}))`
    },
  })
  return { ...page, items: await explainAll(ctx, page.items) }
}

export async function readDecisions(ctx: Ctx, ids: string[]): Promise<Decision[]> {
  const { rows } = await sql<Stored>`select ${select} from ${from}
    where d.workspace_id = ${ctx.workspaceId} and d.id = any(${ids}::uuid[]) order by d.id`.execute(ctx.db)
  return explainAll(ctx, rows)
}
