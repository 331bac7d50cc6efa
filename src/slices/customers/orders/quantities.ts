import { sql, type RawBuilder } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import type { Ctx } from '../../../platform/context.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { askedAndRoot, idsOfRoot } from '../contacts/public.ts'
import type { Period } from './schema.ts'
import { visibleCompany } from '../companies/public.ts'

const mostPeriods = 600
const steps: Record<Period, string> = { week: '7 days', month: '1 month', quarter: '3 months', year: '1 year' }

/** Orders and returns of a contact, and of those merged into it, by period. */
export function getContactQuantitiesJson(ctx: Ctx, id: string, period: Period): Promise<string> {
  const subject = sql`
    select asked.id, ${idsOfRoot('c')} as ids from ${askedAndRoot}
    where asked.workspace_id = ${ctx.workspaceId} and asked.id = ${id} and ${isVisible(ctx, 'c')}`
  return read(ctx, 'contact', subject, period)
}

export function getCompanyQuantitiesJson(ctx: Ctx, id: string, period: Period): Promise<string> {
  const subject = sql`select co.id, array[co.id] as ids from ${visibleCompany(ctx, id)}`
  return read(ctx, 'company', subject, period)
}

/** One statement: what happened by period of the workspace's calendar, and the periods in between filled with zeros. */
async function read(
  ctx: Ctx,
  of: 'contact' | 'company',
  subject: RawBuilder<unknown>,
  period: Period,
): Promise<string> {
  const { timeZone, currency } = ctx.workspace
  const step = sql`${steps[period]}::interval`
  const owner = sql.ref(of === 'contact' ? 'contact_id' : 'company_id')
  const periodOf = (time: RawBuilder<unknown>) =>
    sql`date_trunc(${period}::text, ${time} at time zone ${timeZone}::text)`
  const { rows } = await sql<{ quantities: string }>`
    with subject as (${subject}),
    happened as (
      select ${periodOf(sql`o.placed_at`)} as start, 1 as orders, o.base_amount as order_amount, 0 as returns, 0::bigint as return_amount
      from orders o where o.workspace_id = ${ctx.workspaceId} and o.${owner} = any((select ids from subject)::uuid[]) and o.deleted_at is null and o.status <> 'cancelled'
      union all
      select ${periodOf(sql`r.returned_at`)}, 0, 0, 1, r.base_amount
      from returns r where r.workspace_id = ${ctx.workspaceId} and r.${owner} = any((select ids from subject)::uuid[]) and r.deleted_at is null),
    summed as (
      select start, sum(orders) as orders, sum(order_amount) as order_amount, sum(returns) as returns, sum(return_amount) as return_amount
      from happened group by start),
    span as (select max(start) as last, greatest(min(start), max(start) - ${mostPeriods - 1} * ${step}) as first from summed)
    select json_build_object('period', ${period}::text, 'currency', ${currency}::text, 'timeZone', ${timeZone}::text, 'items', (
      select coalesce(json_agg(json_build_object(
        'from', p.start::date, 'to', (p.start + ${step})::date, 'orders', coalesce(s.orders, 0), 'orderAmount', coalesce(s.order_amount, 0),
        'returns', coalesce(s.returns, 0), 'returnAmount', coalesce(s.return_amount, 0),
        'netAmount', coalesce(s.order_amount, 0) - coalesce(s.return_amount, 0)) order by p.start), '[]')
      from span, generate_series(span.first, span.last, ${step}) as p (start) left join summed s on s.start = p.start
    ))::text as quantities
    from subject`.execute(ctx.db)
  if (!rows[0]) throw notFound(of)
  return rows[0].quantities
}
