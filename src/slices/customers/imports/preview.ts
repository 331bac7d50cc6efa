import type { Ctx } from '../../../platform/context.ts'
import { formatMoney } from '../../../kernel/money.ts'
import { targets } from './columns.ts'
import { prepare } from './jobs/prepare.ts'
import type { ContactDraft, Drafts, OrderDraft, Problem } from './rows/draft.ts'
import type { StoredImport } from './store.ts'

const mostRows = 20

export interface PreviewRow {
  row: number
  values: { target: string; label: string; value: string }[]
  problems: Problem[]
  warnings: Problem[]
}

/** The first rows of the file as they will be understood. */
export async function previewRows(ctx: Ctx, found: StoredImport): Promise<PreviewRow[]> {
  const { reader, rows, rules } = await prepare(ctx.app, ctx.db, ctx.workspaceId, found)
  const labels = new Map([
    ...targets[found.object].map(({ key, label }) => [key, label] as const),
    ...rules.fields.map(field => [`fields.${field.key}`, field.label] as const),
  ])
  const shown: PreviewRow[] = []
  for await (const some of rows(null)) {
    for (const { row, cells, fault } of some) {
      if (shown.length === mostRows) return shown
      if (fault !== undefined) {
        shown.push({ row, values: [], problems: [{ column: null, reason: fault }], warnings: [] })
        continue
      }
      const { draft, problems, warnings } = reader(row, cells)
      const values = describe(found.object, draft, ctx.workspace.locale).flatMap(([target, value]) =>
        value ? [{ target, label: labels.get(target) ?? target, value }] : [],
      )
      shown.push({ row, values, problems, warnings })
    }
  }
  return shown
}

type Described = [target: string, value: string | null | undefined][]

function describe(object: StoredImport['object'], draft: Drafts[keyof Drafts], locale: string): Described {
  switch (object) {
    case 'contacts':
      return describeContact(draft as ContactDraft)
    case 'companies': {
      const { sourceId, name, values, parent, tags, note, createdAt, fields } = draft as Drafts['companies']
      return [
        ['externalId', sourceId],
        ['name', name],
        ...plain(values),
        ['parent', parent],
        ['tags', tags.join(', ')],
        ['note', note],
        ['createdAt', createdAt?.toISOString()],
        ...custom(fields),
      ]
    }
    case 'orders':
      return describeOrder(draft as OrderDraft, locale)
    case 'notes': {
      const { sourceId, body, contact, company, createdAt } = draft as Drafts['notes']
      const whose = contact
        ? describeContact(contact).map(([target, value]): Described[number] => [notesTarget[target] ?? '', value])
        : []
      return [
        ['externalId', sourceId],
        ['body', body],
        ...whose.filter(([target]) => target !== ''),
        ['company', company?.name ?? company?.domain],
        ['createdAt', createdAt?.toISOString()],
      ]
    }
  }
}

const notesTarget: Record<string, string> = {
  externalId: 'contactId',
  email: 'contactEmail',
  phone: 'contactPhone',
  name: 'contactName',
}
const ordersTarget: Record<string, string> = {
  externalId: 'customerId',
  email: 'customerEmail',
  phone: 'customerPhone',
  name: 'customerName',
  firstName: 'customerFirstName',
  lastName: 'customerLastName',
  country: 'customerCountry',
  company: 'company',
}

function describeContact({
  externalId,
  name,
  firstName,
  lastName,
  handles,
  company,
  values,
  tags,
  note,
  createdAt,
  fields,
}: ContactDraft): Described {
  return [
    ['externalId', externalId],
    ['name', name],
    ['firstName', firstName],
    ['lastName', lastName],
    ...handles
      .filter(handle => handle.normal !== externalId)
      .map(({ kind, normal }): Described[number] => [
        kind === 'email' || kind === 'phone' ? kind : `handle.${kind === 'external' ? 'identifier' : kind}`,
        normal,
      ]),
    ['company', company?.name],
    ['companyDomain', company?.domain],
    ['companyId', company?.sourceId],
    ...plain(values),
    ['tags', tags.join(', ')],
    ['note', note],
    ['createdAt', createdAt?.toISOString()],
    ...custom(fields),
  ]
}

function describeOrder(order: OrderDraft, locale: string): Described {
  const money = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? null : formatMoney(amount, order.currency, locale)
  const customer = order.customer
    ? describeContact(order.customer).flatMap(([target, value]): Described =>
        ordersTarget[target] ? [[ordersTarget[target], value]] : [],
      )
    : []
  return [
    ['number', order.number],
    ['placedAt', order.placedAt.toISOString()],
    ['amount', money(order.amount)],
    ['quantity', order.quantity?.toString()],
    ['status', order.status],
    ['itemSku', order.item?.sku],
    ['itemName', order.item?.name],
    ['itemQuantity', order.item?.quantity.toString()],
    ['itemAmount', money(order.item?.amount)],
    ...customer,
    ['returnOf', order.returnOf],
    ['returnReason', order.returnReason],
    ...custom(order.fields),
  ]
}

function plain(values: object): Described {
  return Object.entries(values).map(([key, value]) => [
    key,
    value === undefined || value === null ? null : String(value),
  ])
}

function custom(fields: Record<string, unknown>): Described {
  return Object.entries(fields).map(([key, value]) => [
    `fields.${key}`,
    Array.isArray(value) ? value.join(', ') : String(value),
  ])
}
