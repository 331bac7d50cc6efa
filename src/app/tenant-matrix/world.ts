import type { ApiClient } from '../../testing/api-client.ts'
import { newId } from '../../kernel/ids.ts'
import type { TestWorkspace } from '../../testing/test-app.ts'

/** Ids of one record of every kind in a workspace, by the name that parameters and bodies give them. */
export type World = Record<string, string>

/** Which record a property names that is not called by its kind. */
export const references: Record<string, string> = {
  handleId: 'handleId',
  handleIds: 'handleId',
  candidateId: 'candidates',
  categoryId: 'categories',
  survivorId: 'contacts',
  parentId: 'companies',
  ownerId: 'members',
  assigneeId: 'members',
  memberId: 'members',
  memberIds: 'members',
  reassignTo: 'members',
  teamId: 'teams',
  teamIds: 'teams',
  tagIds: 'tags',
  addTagIds: 'tags',
  purposeId: 'purposes',
  purposeIds: 'purposes',
  requestId: 'requests',
  subjectId: 'orders',
}

/** What stands beside an id of any kind. */
export const besides: Record<string, object> = { subjectId: { subjectKind: 'order' } }

/** Records that everybody sees, or only admins. Of all others whoever is held to their own sees none. */
export const shared = new Set([
  'members',
  'teams',
  'tags',
  'fields',
  'views',
  'invitations',
  'api-keys',
  'outbox',
  'parked',
  'purposes',
  'forms',
  'fieldKey',
  'sources',
  'collect',
  'categories',
  'products',
])

/** Bodies that are accepted, of the endpoints for which what is required alone would not be. */
export const bodies: Record<string, (world: World) => object> = {
  'POST /contacts': () => ({ name: 'New' }),
  'PATCH /contacts/{id}': () => ({ jobTitle: 'Changed' }),
  'POST /contacts/{id}/handles': () => ({ kind: 'github', value: 'somebody' }),
  'PATCH /contacts/{id}/handles/{handleId}': () => ({ label: 'work' }),
  'POST /contacts/{id}/claims': () => ({ kind: 'email', value: 'claimed@example.com' }),
  'POST /companies': () => ({ name: 'New' }),
  'PATCH /companies/{id}': () => ({ city: 'Brno' }),
  'POST /orders': world => ({ contactId: world['contacts'], amount: 1000, number: 'N-new' }),
  'POST /products': () => ({ name: 'New' }),
  'PATCH /products/{id}': () => ({ unit: 'kg' }),
  'POST /returns': world => ({ orderId: world['orders'], amount: 10 }),
  'POST /privacy/requests': world => ({ kind: 'access', contactId: world['contacts'] }),
  'POST /notes': world => ({ contactId: world['contacts'], body: 'New' }),
  'POST /consent/purposes': () => ({ key: 'events', name: { en: 'Events' }, channels: ['email'], text: { en: 'Yes' } }),
  'POST /consent/suppressions': () => ({ addresses: ['somebody@example.com'] }),
  'POST /consent/suppressions/check': () => ({ addresses: ['somebody@example.com'] }),
  'POST /consent/suppressions/removal': () => ({ addresses: ['somebody@example.com'] }),
  'POST /forms': () => ({
    name: 'New',
    fields: [{ key: 'email', kind: 'email', label: { en: 'E-mail' } }],
    settings: { title: { en: 'New' } },
  }),
  'POST /identity/decisions': world => ({ candidateId: world['candidates'], verdict: 'same' }),
  'PUT /identity/settings': () => ({ reviewThreshold: 0.5, autoThreshold: 0.99, isAutomatic: false }),
}

const post = async (client: ApiClient, path: string, body: unknown): Promise<any> => {
  const answer = await client.request('POST', `/api/v1${path}`, body)
  if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** One record of every kind, made through the API as the owner; `name` is part of every name, to be searched for. */
export async function makeWorld({ id, owner, aMember, ctx }: TestWorkspace, name: string): Promise<World> {
  const team = await post(owner, '/teams', { name: `Team ${name}` })
  const member = await aMember('member', `Member ${name}`)
  const tag = await post(owner, '/tags', { name: `Tag ${name}` })
  const field = await post(owner, '/fields', { object: 'contact', label: `Field ${name}`, type: 'contact' })
  const company = await post(owner, '/companies', { name: `Company ${name}`, domain: `${name}.example` })
  const contact = await post(owner, '/contacts', { name: `Contact ${name}`, email: `${name}@example.com` })
  const survivor = await post(owner, '/contacts', { name: `Contact ${name} survivor` })
  const mergedContact = await post(owner, '/contacts', { name: `Contact ${name} merged` })
  const merged = await post(owner, `/contacts/${survivor.id}/merges`, { contactIds: [mergedContact.id] })
  const run = await post(owner, '/identity/runs', undefined)
  await owner.request('DELETE', `/api/v1/identity/runs/${run.id}`)
  const alike = [
    await post(owner, '/contacts', { name: `Contact ${name} alike` }),
    await post(owner, '/contacts', { name: `Contact ${name} also alike` }),
  ].map(({ id: contactId }) => contactId as string)
  const apart = await post(owner, '/identity/decisions', { contactIds: [contact.id, alike[0]], verdict: 'different' })
  const candidateId = newId()
  const [aId, bId] = alike.toSorted() as [string, string]
  await ctx()
    .db.insertInto('identityCandidates')
    .values({ workspaceId: id, id: candidateId, aId, bId, weight: 3, probability: 0.9, evidence: '[]' })
    .execute()
  const undoing = await post(owner, '/merges/undoings', { how: 'claim' })
  const order = await post(owner, '/orders', {
    contactId: contact.id,
    number: `N-${name}`,
    currency: 'EUR',
    amount: 1000,
    placedAt: '2026-02-01T10:00:00Z',
  })
  const returned = await post(owner, `/orders/${order.id}/returns`, { amount: 100, returnedAt: '2026-02-03T10:00:00Z' })
  const product = await post(owner, '/products', { name: `Product ${name}`, sku: `SKU-${name}` })
  const category = await post(owner, '/products/categories', { name: `Category ${name}` })
  const note = await post(owner, '/notes', { contactId: contact.id, body: `Note ${name}` })
  const task = await post(owner, '/tasks', { title: `Task ${name}`, contactId: contact.id })
  const request = await post(owner, '/privacy/requests', { kind: 'access', contactId: contact.id })
  const view = await post(owner, '/views', { object: 'contacts', name: `View ${name}`, isShared: true })
  const invitation = await post(owner, '/members/invitations', { email: `${name}.invited@example.com`, role: 'member' })
  const apiKey = await post(owner, '/api-keys', { name: `Key ${name}`, scopes: ['contacts:read'] })
  const file = await upload(owner, `/files?contactId=${contact.id}`, `${name}.txt`, 'text')
  const imported = await upload(
    owner,
    '/imports?object=contacts',
    `${name}.csv`,
    `name,email\nX,x-${name}@example.com\n`,
  )
  const purposes = await owner.request('GET', '/api/v1/consent/purposes')
  const purpose = purposes.body.items[0].id
  const form = await post(owner, '/forms', {
    name: `Form ${name}`,
    fields: [{ key: 'email', kind: 'email', label: { en: 'E-mail' } }],
    settings: { title: { en: `Form ${name}` } },
  })
  const source = await post(owner, '/collect/sources', { name: `Source ${name}` })
  const events = await owner.request('GET', '/api/v1/events?limit=1&filter[kind]=contact.created')
  const eventId = events.body.items[0].id
  const reaction = 'facts'
  await ctx()
    .db.insertInto('parkedEvents')
    .values({ workspaceId: id, eventId, reaction, error: `Failed on ${name}` })
    .execute()
  const mail = await owner.request('GET', '/api/v1/outbox?limit=1')
  return {
    teams: team.id,
    members: member.id,
    tags: tag.id,
    fields: field.id,
    fieldKey: field.key,
    companies: company.id,
    contacts: contact.id,
    handleId: contact.handles[0].id,
    merges: merged.items[0].id,
    undoingId: undoing.id,
    runs: run.id,
    decisions: apart.items[0].id,
    candidates: candidateId,
    orders: order.id,
    returns: returned.id,
    products: product.id,
    categories: category.id,
    notes: note.id,
    tasks: task.id,
    requests: request.id,
    views: view.id,
    invitations: invitation.id,
    'api-keys': apiKey.id,
    files: file.id,
    imports: imported.id,
    purposes: purpose,
    forms: form.id,
    sources: source.id,
    events: eventId,
    parked: `event.${eventId}.${reaction}`,
    outbox: mail.body.items[0].id,
  }
}

/** Sends a file as a browser does. */
async function upload(client: ApiClient, path: string, fileName: string, content: string): Promise<any> {
  const boundary = 'rapport-test-boundary'
  const body = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n${content}\r\n--${boundary}--\r\n`
  const answer = await client.request('POST', `/api/v1${path}`, body, {
    'content-type': `multipart/form-data; boundary=${boundary}`,
  })
  if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
