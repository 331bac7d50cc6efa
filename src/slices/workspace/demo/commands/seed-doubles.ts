import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import { sortNameOf } from '../../../../platform/record/given-name.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { NewEvent } from '../../../../kernel/event.ts'
import { record } from '../../../../platform/events/record.ts'
import { contactEvents } from '../../../customers/contacts/events.ts'
import {
  displayName,
  findHolders,
  insertContacts,
  insertHandles,
  searchText,
  blankContact,
  type NewContact,
  type NewHandle,
} from '../../../customers/contacts/public.ts'
import { selectOf } from '../../../../platform/record/fragments.ts'
import { countEvents } from '../../../customers/facts/public.ts'
import { knownColumns, makeDouble, type Original } from '../doubles.ts'
import { messageEvents } from '../events.ts'
import { day, hour, type Plan } from '../plan.ts'
import { Random } from '../random.ts'

/** One in so many customers is met a second time. */
const oneIn = 70

interface Met {
  contact: Partial<NewContact>
  handles: { kind: NewHandle['kind']; value: string; normal: string }[]
  daysAgo: number
  said?: { channel: string; excerpt: string }
}

/** Somebody whom a community manager knows under three names. */
const justin: Met[] = [
  {
    contact: { name: 'Justin T', source: 'instagram' },
    handles: [{ kind: 'instagram', value: '@justin.trudeau', normal: 'justin.trudeau' }],
    daysAgo: 41,
    said: { channel: 'instagram', excerpt: 'Is the Aurora lamp still to be had in brass?' },
  },
  {
    contact: { name: 'Prime Minister', birthday: '1971-12-25', source: 'x' },
    handles: [{ kind: 'x', value: '@JustinTrudeau', normal: 'justintrudeau' }],
    daysAgo: 16,
    said: { channel: 'x', excerpt: 'Lovely light from @lumenthread, thank you for the quick help.' },
  },
  {
    contact: { firstName: 'Justin', lastName: 'Trudeau', birthday: '1971-12-25', country: 'CA', source: 'newsletter' },
    handles: [{ kind: 'email', value: 'justin.trudeau@mail.example', normal: 'justin.trudeau@mail.example' }],
    daysAgo: 190,
    said: { channel: 'email', excerpt: 'Please tell me when the spring catalogue is out.' },
  },
]

export function countDoubles(contacts: number): number {
  return Math.floor(contacts / oneIn) + justin.length
}

/** Customers who came in a second time from elsewhere, for the queue of identity. */
export async function seedDoubles(ctx: Ctx, plan: Plan): Promise<void> {
  const random = new Random(plan.seed, 4711)
  const originals = await pickOriginals(ctx, Math.floor(plan.contacts / oneIn))
  const meetings = [...justin, ...originals.map((original, index) => metAgain(original, index, random))]
  await keepApart(ctx, meetings)
  const now = ctx.now().getTime()
  const made = meetings.map(person => make(person, now))
  const contacts = made.map(({ contact }) => contact)
  const handles = made.flatMap(person => person.handles)
  const events = made.flatMap(person => person.events)
  await insertContacts(ctx, contacts, ctx.now())
  await insertHandles(ctx, handles, ctx.now())
  const ids = await record(ctx, events, true)
  await countEvents(ctx, events, ids)
}

/** Customers with names and addresses, spread over all of them; the same for the same seed. */
async function pickOriginals({ db, workspaceId }: Ctx, count: number): Promise<Original[]> {
  const { rows } = await sql<Original>`
    select ${selectOf(knownColumns, 'c')} from contacts c where c.workspace_id = ${workspaceId} and c.first_name is not null and c.last_name is not null and c.email is not null
      and c.street is not null and c.company_id is null and c.lifecycle <> 'advocate'
    order by c.birthday is null, c.created_at, c.id limit ${count}`.execute(db)
  return rows
}

/** An address identifies one person: where a customer or another double has it, the double's gets a number. */
async function keepApart({ db, workspaceId }: Ctx, meetings: Met[]): Promise<void> {
  const key = ({ kind, normal }: { kind: string; normal: string }) => `${kind} ${normal}`
  const wanted = meetings.flatMap(({ handles }) => handles)
  const taken = new Set((await findHolders({ db, workspaceId }, wanted)).map(key))
  for (const [index, { handles }] of meetings.entries()) {
    for (const handle of handles) {
      if (taken.has(key(handle))) {
        handle.value = numbered(handle.value, index)
        handle.normal = numbered(handle.normal, index)
      }
      taken.add(key(handle))
    }
  }
}

/** No customer of the demo has an underscore before a number: `jan.novak_12@post.example`. */
function numbered(address: string, number: number): string {
  return address.replace(/(?<=.)@|$/, found => `_${number}${found}`)
}

function metAgain(original: Original, index: number, random: Random): Met {
  const { email, nickname, ...contact } = makeDouble(original, index, random)
  return {
    contact,
    handles: [
      ...(email ? [{ kind: 'email' as const, value: email, normal: email }] : []),
      ...(nickname ? [{ kind: 'instagram' as const, value: `@${nickname}`, normal: nickname }] : []),
    ],
    daysAgo: 5 + random.int(200),
    said: nickname ? { channel: 'instagram', excerpt: 'When do you open the showroom on Saturdays?' } : undefined,
  }
}

function make({ contact: given, handles, daysAgo, said }: Met, now: number) {
  const id = newId(now - daysAgo * day)
  const createdAt = new Date(now - daysAgo * day)
  const name = displayName(given, handles)
  const contact: NewContact = {
    ...blankContact(),
    isDemo: true,
    ...given,
    source: given.source ?? null,
    id,
    name,
    sortName: sortNameOf(name),
    searchText: searchText(name, handles),
    email: handles.find(handle => handle.kind === 'email')?.normal ?? null,
    createdAt,
  }
  const events: NewEvent[] = [
    contactEvents.created(contact, { name, source: contact.source }, { occurredAt: createdAt }),
  ]
  if (said) {
    const answered = { channel: said.channel, occurredAt: new Date(createdAt.getTime() + hour) }
    events.push(messageEvents.received({ contactId: id }, { excerpt: said.excerpt }, answered))
  }
  return {
    contact,
    events,
    handles: handles.map(handle => ({
      ...handle,
      id: newId(createdAt.getTime()),
      contactId: id,
      label: null,
      isPrimary: true,
      isIdentifying: true,
      source: contact.source ?? 'manual',
    })),
  }
}
