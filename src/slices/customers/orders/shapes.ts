import { z } from 'zod'
import { id } from '../../../kernel/ids.ts'
import { minorUnits } from '../../../kernel/money.ts'
import { instant } from '../../../kernel/time.ts'

export const line = (length = 200) =>
  z
    .string()
    .trim()
    .max(length)
    .regex(/^[^\x00-\x1f\x7f]*$/, 'Use one line of text.')
export const filledLine = (length?: number) => line(length).min(1)
export const most = 10 ** 14
export const amount = minorUnits.min(0).max(most)
export const quantity = z.int().min(0).max(1_000_000_000)
export const happenedAt = instant.refine(text => /^(19|20)\d\d/.test(text), 'Use a time between 1900 and 2099.')
export const exchangeRate = z.number().positive().max(1e12)
export const channel = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Use a word such as shop, phone or market-stall.')

export const origin = {
  /** The system it comes from; with `sourceId` a repeat is answered with what is there already. */
  source: filledLine(60).optional(),
  sourceId: filledLine().optional(),
}

/** What orders and returns have in common. */
export const recorded = {
  id,
  number: z.string(),
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  companyId: id.nullable(),
  companyName: z.string().nullable(),
  currency: z.string(),
  amount: z.int(),
  /** In the workspace's currency; what lists sort and filter by as `amount`. */
  baseAmount: z.int(),
  exchangeRate: z.number(),
  quantity: z.int().nullable(),
  source: z.string(),
  sourceId: z.string(),
  createdAt: z.string(),
  deletedAt: z.string().nullable(),
}
