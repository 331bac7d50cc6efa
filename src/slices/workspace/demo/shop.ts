import { fold } from '../../../kernel/text.ts'
import type { TagColor } from '../../customers/tags/schema.ts'
import { createIds } from './ids.ts'
import { startOf, type Plan } from './plan.ts'
import { Random } from './random.ts'
import { colleagues, mailHost, ownerAddress, teamNames, type Colleague } from './world/staff.ts'

export interface Staff extends Colleague {
  id: string
  email: string
}

const tagColors = {
  VIP: 'yellow',
  Newsletter: 'teal',
  Wholesale: 'blue',
  'Interior designer': 'violet',
  'Loyalty card': 'green',
  'Needs care': 'red',
  Press: 'pink',
  Reviewer: 'orange',
  'Open house guest': 'indigo',
  'Long-standing': 'grey',
} as const satisfies Record<string, TagColor>
export type TagName = keyof typeof tagColors

export const styles = ['Scandinavian', 'Mid-century', 'Industrial', 'Rustic', 'Minimal', 'Maximal']
export const interests = ['Lamps', 'Throws', 'Bed linen', 'Rugs', 'Curtains', 'Candles']
export const tiers = ['Key', 'Growth', 'Occasional']
export const deliveries = ['Courier', 'Pick-up point', 'Showroom']

/** One field of each type, and a few for companies and orders. Keys are those that the labels give. */
const fieldList = [
  { object: 'contact', key: 'room_to_furnish', label: 'Room to furnish', type: 'text', options: [] },
  { object: 'contact', key: 'household_size', label: 'Household size', type: 'number', options: [] },
  { object: 'contact', key: 'gift_card_balance', label: 'Gift card balance', type: 'money', options: [] },
  { object: 'contact', key: 'showroom_visit', label: 'Showroom visit', type: 'date', options: [] },
  { object: 'contact', key: 'style', label: 'Style', type: 'choice', options: styles },
  { object: 'contact', key: 'interests', label: 'Interests', type: 'choices', options: interests },
  { object: 'contact', key: 'postal_catalogue', label: 'Postal catalogue', type: 'yesno', options: [] },
  { object: 'contact', key: 'home_story', label: 'Home story', type: 'link', options: [] },
  { object: 'contact', key: 'referred_by', label: 'Referred by', type: 'contact', options: [] },
  { object: 'contact', key: 'furnished_by', label: 'Furnished by', type: 'company', options: [] },
  { object: 'company', key: 'account_tier', label: 'Account tier', type: 'choice', options: tiers },
  { object: 'company', key: 'contract_until', label: 'Contract until', type: 'date', options: [] },
  { object: 'company', key: 'rooms', label: 'Rooms', type: 'number', options: [] },
  { object: 'company', key: 'yearly_budget', label: 'Yearly budget', type: 'money', options: [] },
  { object: 'company', key: 'purchase_orders', label: 'Purchase orders', type: 'yesno', options: [] },
  { object: 'order', key: 'delivery', label: 'Delivery', type: 'choice', options: deliveries },
  { object: 'order', key: 'gift_wrapping', label: 'Gift wrapping', type: 'yesno', options: [] },
]

/** What the workspace itself has before its first customer comes. */
export type Shop = ReturnType<typeof openShop>

/** `salt` tells the ids of two demos apart; nothing else depends on it. */
export function openShop(plan: Plan, salt: number) {
  const openedAt = startOf(plan)
  const newId = createIds(new Random(salt, -1))
  return {
    plan,
    openedAt,
    staff: colleagues.map(colleague => ({ ...colleague, id: newId(openedAt), email: addressOf(colleague) })),
    teams: teamNames.map(name => ({ id: newId(openedAt), name })),
    tags: Object.fromEntries(
      Object.entries(tagColors).map(([name, color]) => [name, { id: newId(openedAt), name, color }]),
    ) as Record<TagName, { id: string; name: string; color: TagColor }>,
    fields: fieldList.map(field => ({ ...field, id: newId(openedAt) })),
  }
}

const latinNames: Record<string, string> = { '中野 彩': 'aya nakano', 'Соломія Левицька': 'solomiia levytska' }

function addressOf(colleague: Colleague): string {
  const { name } = colleague
  if (colleague === colleagues[0]) return ownerAddress
  return `${(latinNames[name] ?? fold(name)).split(' ')[0]}@${mailHost}`
}
