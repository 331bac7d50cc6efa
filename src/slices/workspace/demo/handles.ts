import type { HandleKind } from '../../customers/contacts/schema.ts'
import type { Care } from './account.ts'
import type { Diary, Tools } from './diary.ts'
import type { DemoCompany, DemoHandle } from './life.ts'
import type { DemoPerson } from './people.ts'
import { day } from './plan.ts'

/** How the contact is known: most by an e-mail address, some by several, strangers by a name on a network only. */
export function makeHandles(
  { register, random, newId }: Tools,
  diary: Diary,
  person: DemoPerson,
  { network }: Care,
  company: DemoCompany | null,
  source: string,
): DemoHandle[] {
  const { contactId, createdAt, now } = diary
  const handles: DemoHandle[] = []
  const add = (kind: HandleKind, value: string, normal: string, label: string | null = null) => {
    const at = handles.length < 2 ? createdAt : Math.min(now, createdAt + Math.floor(random.exponential(60 * day)))
    const isPrimary = !handles.some(handle => handle.kind === kind)
    const verifiedAt = kind === 'email' && random.chance(0.6) ? at : null
    handles.push({ id: newId(at), contactId, kind, value, normal, label, isPrimary, verifiedAt, source, createdAt: at })
  }
  const addNickname = (kind: HandleKind) => {
    const nickname = register.nickname(random, person, kind)
    add(kind, kind === 'linkedin' ? `https://www.linkedin.com/in/${nickname}` : `@${nickname}`, nickname)
  }
  if (network) {
    addNickname(network)
    return handles
  }
  const email = register.email(random, person, company?.domain)
  add('email', random.chance(0.06) ? capitalize(email) : email, email, company ? 'work' : null)
  if (random.chance(company ? 0.3 : 0.12)) {
    const second = register.email(random, person)
    add('email', second, second, 'private')
  }
  const phone = random.chance(company ? 0.85 : 0.55) ? register.phone(random, person.country) : null
  if (phone) add('phone', phone.value, phone.normal, company ? 'work' : null)
  if (phone && random.chance(0.12)) add('whatsapp', phone.value, phone.normal)
  if (random.chance(0.09)) addNickname(random.pick(['instagram', 'x', 'facebook', 'telegram', 'linkedin'] as const))
  if (diary.orders.length > 1 && !company) {
    const card = register.cardNumber()
    add('loyalty-card', card, card.replaceAll(' ', ''))
  }
  return handles
}

/** `jan.novak@…` as people type it: `Jan.Novak@…`. */
function capitalize(email: string): string {
  const [local, host] = email.split('@') as [string, string]
  return `${local.replace(/(^|\.)[a-z]/g, text => text.toUpperCase())}@${host}`
}
