import type { z } from 'zod'
import type { Endpoint, Output } from '../../kernel/endpoint.ts'
import type { ListQuery, Page } from '../../kernel/page.ts'
import type { recordEndpoints } from '../../kernel/record/endpoints.ts'
import type { RecordDefinition } from '../../kernel/record/record.ts'
import { auditRead } from '../audit/audit-read.ts'
import { audit } from '../audit/audit.ts'
import type { Ctx } from '../context.ts'
import { commandRoute, Raw, route, type Route } from '../http/route.ts'
import type { Saved } from './saving.ts'

type RecordEndpoints = Record<
  keyof ReturnType<typeof recordEndpoints<any, any, any, any>>,
  Endpoint<any, any, any, any>
>

type Body<E> = E extends Endpoint<any, any, infer B, any> ? Output<B> : never
type Query<E> = E extends Endpoint<any, infer Q, any, any> ? Output<Q> : never
type Item<E> = E extends Endpoint<any, any, any, infer R> ? (R extends z.ZodType ? z.input<R> : never) : never

/** What answers the endpoints of a kind of record. */
interface Answers<E extends RecordEndpoints> {
  list(ctx: Ctx, query: ListQuery, isBin?: boolean): Promise<Page<Item<E['list']>['items'][number]>>
  export(ctx: Ctx, format: Query<E['export']>['format'], query: ListQuery): Promise<Raw>
  /** The whole record as JSON text. */
  read(ctx: Ctx, id: string): Promise<string>
  /** Its id, and whether it was there already. */
  create(ctx: Ctx, input: Body<E['create']>): Promise<string | { id: string; isNew: boolean }>
  /** The id of the record that was changed. */
  change(ctx: Ctx, id: string, patch: Body<E['change']>): Promise<string>
  save(ctx: Ctx, items: Body<E['save']>['items']): Promise<Saved[]>
  isReadAudited?: boolean
  delete(ctx: Ctx, ids: string[]): Promise<number>
  restore(ctx: Ctx, ids: string[]): Promise<number>
}

export function recordRoutes<E extends RecordEndpoints>(
  { name, table }: Pick<RecordDefinition, 'name' | 'table'>,
  endpoints: E,
  answers: Answers<E>,
): Route[] {
  const whole = async (ctx: Ctx, id: string) => new Raw(await answers.read(ctx, id))
  return [
    route(endpoints.list, (ctx, { query }) => answers.list(ctx, query)),
    route(endpoints.listDeleted, (ctx, { query }) => answers.list(ctx, query, true)),
    route(endpoints.export, async (ctx, { query: { format, ...query } }) => {
      await audit(ctx, { action: `${table}.exported`, detail: { format, ...query } })
      return answers.export(ctx, format, query)
    }),
    route(endpoints.create, async (ctx, { body }) => {
      const made = await answers.create(ctx, body)
      const { id, isNew } = typeof made === 'string' ? { id: made, isNew: true } : made
      return new Raw(await answers.read(ctx, id), undefined, undefined, isNew ? 201 : 200)
    }),
    route(endpoints.save, async (ctx, { body }) => ({ items: await answers.save(ctx, body.items) })),
    route(endpoints.deleteMany, async (ctx, { body }) => ({ count: await answers.delete(ctx, body.ids) })),
    route(endpoints.restoreMany, async (ctx, { body }) => ({ count: await answers.restore(ctx, body.ids) })),
    route(endpoints.get, async (ctx, { params }) => {
      const answer = await whole(ctx, params.id)
      if (answers.isReadAudited) auditRead(ctx, { action: `${name}.read`, subjectId: params.id })
      return answer
    }),
    route(endpoints.change, async (ctx, { params, body }) => whole(ctx, await answers.change(ctx, params.id, body))),
    route(endpoints.delete, async (ctx, { params }) => {
      await answers.delete(ctx, [params.id])
    }),
    commandRoute(endpoints.restore, (ctx, id) => answers.restore(ctx, [id]), whole),
  ]
}
