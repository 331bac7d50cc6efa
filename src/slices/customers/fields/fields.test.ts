import { beforeEach, describe, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as companies from '../companies/schema.ts'
import * as contacts from '../contacts/schema.ts'
import { mergeContacts } from '../merges/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const aField = (label: string, type = 'text', more: Partial<schema.FieldInput> = {}) =>
  acme.owner.call(schema.createField, { body: { object: 'contact', label, type, ...more } })
const aContact = (name: string, fields: Record<string, unknown> = {}) =>
  acme.owner.call(contacts.createContact, { body: { name, fields } })
const aCompany = (name: string) => acme.owner.call(companies.createCompany, { body: { name } })

describe('keys', () => {
  test.each([
    ['Loyalty tier', [], 'loyalty_tier'],
    ['Počet dětí', [], 'pocet_deti'],
    ['  –Net  (EUR) ', [], 'net_eur'],
    ['2nd e-mail', [], 'nd_e_mail'],
    ['顧客区分', [], 'field'],
    ['Tier', ['tier'], 'tier_2'],
    ['Tier', ['tier', 'tier_2'], 'tier_3'],
  ])('%s beside %j is %s', (label, taken, key) => {
    expect(schema.fieldKey(label, new Set(taken))).toBe(key)
  })

  test('an archived field keeps its key, so that its values stay its own', async () => {
    const first = await aField('Tier')
    await acme.owner.call(schema.archiveField, { params: { id: first.id } })
    expect((await aField('Tier')).key).toBe('tier_2')
    const refused = await acme.owner.try(schema.restoreField, { params: { id: first.id } })
    expect(refused.status).toBe(409)
  })

  test('two fields in use do not share a label', async () => {
    const { id } = await aField('Tier')
    const answer = await acme.owner.try(schema.createField, {
      body: { object: 'contact', label: 'TIER', type: 'number' },
    })
    expect(answer).toMatchObject({ status: 409, body: { fieldId: id } })
    await acme.owner.call(schema.createField, { body: { object: 'company', label: 'Tier', type: 'number' } })
  })
})

describe('every type lists, filters, sorts and exports like a built-in field', () => {
  const ids = async () => ({ person: (await aContact('Referrer')).id, firm: (await aCompany('Umbrella')).id })

  test.each<[string, unknown[], string, string, (string | number)[]]>([
    ['text', ['alpha', 'beta'], 'filter[fields.x][contains]=LPH', 'Ada', ['Ada', 'Bob']],
    ['number', [9.5, 10], 'filter[fields.x][gt]=9.6', 'Bob', ['Ada', 'Bob']],
    ['money', [900, 1000], 'filter[fields.x][lte]=900', 'Ada', ['Ada', 'Bob']],
    ['date', ['2024-02-29', '2024-12-01'], 'filter[fields.x][gte]=2024-03-01', 'Bob', ['Ada', 'Bob']],
    ['choice', ['Gold', 'Silver'], 'filter[fields.x]=Gold', 'Ada', ['Ada', 'Bob']],
    [
      'choices',
      [
        ['Gold', 'Silver'],
        ['Silver', 'Silver'],
      ],
      'filter[fields.x]=Gold',
      'Ada',
      ['Ada', 'Bob'],
    ],
    ['yesno', [false, true], 'filter[fields.x]=true', 'Bob', ['Ada', 'Bob']],
    ['link', ['https://a.example/', 'https://b.example/'], 'filter[fields.x][contains]=b.exam', 'Bob', ['Ada', 'Bob']],
    ['contact', ['person', null], 'filter[fields.x][empty]=false', 'Ada', ['Ada', 'Bob']],
    ['company', ['firm', null], 'filter[fields.x][empty]=true', 'Bob', ['Ada', 'Bob']],
  ])('%s', async (type, [first, second], filter, found, sorted) => {
    const records = await ids()
    const known = (value: unknown) => records[value as keyof typeof records] ?? value
    const options = type === 'choice' || type === 'choices' ? { options: ['Gold', 'Silver'] } : {}
    expect((await aField('X', type, options)).key).toBe('x')
    await aContact('Ada', { x: known(first) })
    await aContact('Bob', { x: known(second) })
    const list = async (query: string) =>
      (await acme.owner.request('GET', `/api/v1/contacts?${query}`)).body.items as {
        name: string
        fields: Record<string, unknown>
      }[]
    const mine = (rows: { name: string }[]) =>
      rows.map(row => row.name).filter(name => name === 'Ada' || name === 'Bob')

    expect((await list('q=Ada'))[0]!.fields).toEqual({ x: known(first) })
    expect(mine(await list(filter))).toEqual([found])
    expect(mine(await list('sort=fields.x'))).toEqual(sorted)
    const exported = await acme.owner.try(contacts.contactEndpoints.export, {
      query: { format: 'jsonl', 'filter[name]': 'ada' },
    })
    expect(JSON.parse(exported.body)['fields.x']).toEqual(known(first))
    const csv = await acme.owner.try(contacts.contactEndpoints.export, {
      query: { format: 'csv', 'filter[name]': 'ada' },
    })
    expect(csv.body.split('\n')[0]).toMatch(/,X\r?$/)
  })

  test('a contact stands for those that were merged into it', async () => {
    await aField('Ref', 'contact')
    const [survivor, merged] = [await aContact('Survivor'), await aContact('Merged')]
    await aContact('Of the merged', { ref: merged.id })
    await aContact('Of nobody')
    await acme.owner.call(mergeContacts, { params: { id: survivor.id }, body: { contactIds: [merged.id] } })
    const found = async (filter: string) => {
      const { body } = await acme.owner.request('GET', `/api/v1/contacts?sort=name&filter[fields.ref]${filter}`)
      return body.items.map(({ name }: { name: string }) => name)
    }
    for (const asked of [`=${survivor.id}`, `=${merged.id}`, `[in]=${survivor.id}`])
      expect(await found(asked)).toEqual(['Of the merged'])
    expect(await found(`[ne]=${survivor.id}`)).toEqual(['Of nobody', 'Survivor'])
  })

  test('pages by a custom field have no gaps and no repeats', async () => {
    await aField('X', 'number')
    for (let index = 0; index < 9; index++) await aContact(`Person ${index}`, index % 3 === 2 ? {} : { x: index % 2 })
    for (const sort of ['fields.x', '-fields.x']) {
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: { items: { id: string }[]; nextCursor: string | null } = await acme.owner.call(
          contacts.listContacts,
          { query: { limit: 2, sort, ...(cursor ? { cursor } : {}) } },
        )
        seen.push(...page.items.map(item => item.id))
        cursor = page.nextCursor
      }
      expect([sort, seen.length, new Set(seen).size]).toEqual([sort, 9, 9])
    }
  })
})

describe('values', () => {
  test.each<[string, unknown]>([
    ['number', '12'],
    ['money', 1.5],
    ['date', '2024-02-30'],
    ['choice', 'Bronze'],
    ['choices', ['Gold', 'Bronze']],
    ['yesno', 'yes'],
    ['link', 'javascript:alert(1)'],
    ['contact', 'somebody'],
  ])('a %s cannot be %j', async (type, value) => {
    await aField('X', type, type.startsWith('choice') ? { options: ['Gold', 'Silver'] } : {})
    const answer = await acme.owner.try(contacts.createContact, { body: { name: 'Ada', fields: { x: value } } })
    expect(answer.status).toBe(400)
    expect(answer.body.fields[0].path).toBe('fields.x')
  })

  test('a contact or company named by a value must be there, of this workspace and visible', async () => {
    await aField('Referrer', 'contact')
    await aField('Supplier', 'company')
    const beta = await t.aWorkspace()
    const foreign = await beta.owner.call(contacts.createContact, { body: { name: 'Foreign' } })
    const foreignCompany = await beta.owner.call(companies.createCompany, { body: { name: 'Foreign' } })
    const gone = await aContact('Gone')
    await acme.owner.call(contacts.contactEndpoints.delete, { params: { id: gone.id } })
    const ada = await aContact('Ada')
    for (const fields of [
      { referrer: foreign.id },
      { supplier: foreignCompany.id },
      { referrer: gone.id },
      { referrer: foreignCompany.id },
    ]) {
      const refusals = [
        await acme.owner.try(contacts.createContact, { body: { name: 'X', fields } }),
        await acme.owner.try(contacts.changeContact, { params: { id: ada.id }, body: { fields } }),
        await acme.owner.try(contacts.contactEndpoints.save, {
          body: { items: [{ name: 'Good' }, { name: 'X', fields }] },
        }),
      ]
      for (const answer of refusals) {
        expect(answer.status).toBe(422)
        expect(answer.body.fields[0].path).toBe(`fields.${Object.keys(fields)[0]}`)
      }
    }
    expect((await acme.owner.call(contacts.listContacts, {})).items.map(item => item.name)).toEqual(['Ada'])
    const seller = await acme.aMember('member')
    await acme.limit('member')
    const answer = await seller.client.try(contacts.createContact, {
      body: { name: 'Mine', fields: { referrer: ada.id } },
    })
    expect(answer.status).toBe(422)
  })
})

describe('changing', () => {
  test('an option that records hold leaves the list only when confirmed, with how many hold it', async () => {
    const { id } = await aField('Plan', 'choice', { options: ['Gold', 'Silver', 'Bronze'] })
    const ada = await aContact('Ada', { plan: 'Gold' })
    await aContact('Bob', { plan: 'Gold' })
    const kept = await acme.owner.call(schema.changeField, { params: { id }, body: { options: ['Gold', 'Silver'] } })
    expect(kept.options).toEqual(['Gold', 'Silver'])
    const refused = await acme.owner.try(schema.changeField, { params: { id }, body: { options: ['Silver'] } })
    expect(refused.status).toBe(409)
    expect(refused.body.detail).toContain('“Gold” is used by 2 records')
    expect(refused.body.options).toEqual([{ option: 'Gold', records: { count: 2, isCapped: false } }])
    await acme.owner.call(schema.changeField, { params: { id }, body: { options: ['Silver'], isConfirmed: true } })
    const changed = await acme.owner.call(contacts.changeContact, { params: { id: ada.id }, body: { city: 'Brno' } })
    expect(changed.fields).toEqual({ plan: 'Gold' })
    expect(
      (await acme.owner.try(contacts.createContact, { body: { name: 'C', fields: { plan: 'Gold' } } })).status,
    ).toBe(400)
  })

  test('uses are counted by record and by option, in choices too', async () => {
    const { id } = await aField('Likes', 'choices', { options: ['Tea', 'Rum'] })
    await aContact('Ada', { likes: ['Tea', 'Rum'] })
    await aContact('Bob', { likes: ['Tea'] })
    await aContact('Cid')
    expect(await acme.owner.call(schema.getFieldUses, { params: { id } })).toEqual({
      records: { count: 2, isCapped: false },
      options: [
        { option: 'Tea', records: { count: 2, isCapped: false } },
        { option: 'Rum', records: { count: 1, isCapped: false } },
      ],
    })
  })

  test('fields move among those of their object', async () => {
    const fields = [await aField('A'), await aField('B'), await aField('C')]
    await acme.owner.call(schema.changeField, { params: { id: fields[2]!.id }, body: { position: 0 } })
    await acme.owner.call(schema.changeField, { params: { id: fields[0]!.id }, body: { position: 9 } })
    const { items } = await acme.owner.call(schema.listFields, { query: { object: 'contact' } })
    expect(items.map(item => item.label)).toEqual(['C', 'B', 'A'])
  })

  test('an archived field is out of lists and writing, and its values are back when it is', async () => {
    const { id } = await aField('Plan')
    const ada = await aContact('Ada', { plan: 'x' })
    await acme.owner.call(schema.archiveField, { params: { id } })
    expect((await acme.owner.call(schema.listFields, {})).items).toEqual([])
    expect((await acme.owner.call(schema.listFields, { query: { archived: true } })).items).toHaveLength(1)
    expect((await acme.owner.request('GET', '/api/v1/contacts?filter[fields.plan]=x')).status).toBe(400)
    expect(
      (await acme.owner.try(contacts.changeContact, { params: { id: ada.id }, body: { fields: { plan: 'y' } } }))
        .status,
    ).toBe(400)
    await acme.owner.call(schema.restoreField, { params: { id } })
    expect((await acme.owner.request('GET', '/api/v1/contacts?filter[fields.plan]=x')).body.items).toHaveLength(1)
  })

  test.each<[Partial<schema.FieldInput>, string]>([
    [{ type: 'choice' }, 'options'],
    [{ type: 'text', options: ['A'] }, 'options'],
    [{ type: 'choice', options: ['A', 'A'] }, 'options'],
    [{ type: 'choice', options: ['A, B'] }, 'options.0'],
    [{ type: 'number', currency: 'EUR' }, 'currency'],
  ])('refuses %j naming %s', async (body, path) => {
    const answer = await acme.owner.try(schema.createField, {
      body: { object: 'contact', label: 'X', ...body } as never,
    })
    expect([answer.status, answer.body.fields[0].path]).toEqual([400, path])
  })

  test('members read fields, admins change them', async () => {
    const member = await acme.aMember('manager')
    expect(
      (await member.client.try(schema.createField, { body: { object: 'contact', label: 'X', type: 'text' } })).status,
    ).toBe(403)
    expect((await member.client.call(schema.listFields, {})).items).toEqual([])
    const admin = await acme.aMember('admin')
    expect(
      (await admin.client.call(schema.createField, { body: { object: 'contact', label: 'Fee', type: 'money' } }))
        .currency,
    ).toBe('EUR')
  })
})
