import { fold } from '../../../../kernel/text.ts'
import type { Contact } from '../schema.ts'

const stages: Record<string, Contact['lifecycle']> = {
  stranger: 'stranger',
  anonymous: 'stranger',
  visitor: 'stranger',
  other: 'lead',
  subscriber: 'lead',
  lead: 'lead',
  marketingqualifiedlead: 'prospect',
  mql: 'prospect',
  salesqualifiedlead: 'prospect',
  sql: 'prospect',
  opportunity: 'prospect',
  prospect: 'prospect',
  'open not contacted': 'lead',
  'working contacted': 'prospect',
  customer: 'customer',
  client: 'customer',
  zakaznik: 'customer',
  kunde: 'customer',
  loyal: 'loyal',
  evangelist: 'advocate',
  advocate: 'advocate',
  promoter: 'advocate',
  lapsed: 'lapsed',
  churned: 'lapsed',
  'former customer': 'lapsed',
  'closed converted': 'customer',
  'closed not converted': 'lapsed',
}

/** The place on the lifecycle that other systems' stages correspond to. */
export function parseLifecycle(text: string): Contact['lifecycle'] | null {
  const word = fold(text)
    .replace(/[^a-z]+/g, ' ')
    .trim()
  return stages[word] ?? stages[word.replaceAll(' ', '')] ?? null
}
