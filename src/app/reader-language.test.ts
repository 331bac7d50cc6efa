import { expect, test } from 'vitest'
import { acceptedLanguage } from '../platform/languages.ts'
import { createContact } from '../slices/customers/contacts/schema.ts'
import { companyEndpoints } from '../slices/customers/companies/schema.ts'
import { changeProfile } from '../slices/workspace/sign-in/schema.ts'
import { createTeam } from '../slices/workspace/teams/schema.ts'
import { aPerson } from '../testing/people.ts'
import { aTestApp } from '../testing/test-app.ts'

const t = await aTestApp()
const acme = await t.aWorkspace()

test('a refusal is told in the language of whoever reads it, with the same reason in each', async () => {
  const nameless = { body: {} }
  const english = await acme.owner.try(createContact, nameless)
  const czech = await acme.owner.try(createContact, { ...nameless, headers: { 'accept-language': 'cs-CZ,cs;q=0.9' } })
  expect(english.body.detail).toBe('Give a name or at least one way to reach the contact.')
  expect(czech.body.detail).toBe('Zadejte jméno nebo aspoň jeden kontaktní údaj.')
  expect(czech.body.title).toBe('Požadavek není platný')
  expect(czech.body.reason).toBe(english.body.reason)
  expect(czech.body.reason).toMatch(/^contacts\./)
})

test('what a schema refuses is told so too, field by field', async () => {
  const { body } = await acme.owner.try(createContact, {
    body: { name: 'Marta', country: 'Czechia', surname: 'Nová', jobTitle: 7 } as never,
    headers: { 'accept-language': 'cs' },
  })
  expect(body.fields).toEqual(
    expect.arrayContaining([
      { path: 'country', message: 'Zadejte dvoupísmenný kód země, například CZ.' },
      { path: 'surname', message: 'Takové pole neexistuje.' },
      { path: 'jobTitle', message: 'Zadejte text.' },
    ]),
  )
})

test('what is taken is told so too, by whom it is taken as well', async () => {
  const headers = { 'accept-language': 'cs' }
  const birthday = await acme.owner.try(createContact, { body: { name: 'Marta', birthday: 'May' }, headers })
  expect(birthday.body.fields).toContainEqual({ path: 'birthday', message: 'Zadejte datum, například 2026-03-29.' })

  await acme.owner.call(createTeam, { body: { name: 'Praha', memberIds: [] } })
  const team = await acme.owner.try(createTeam, { body: { name: 'Praha', memberIds: [] }, headers })
  expect(team.body.detail).toBe('Tým Praha už existuje.')

  const items = ['One', 'Two'].map(name => ({ name, domain: 'example.com' }))
  const { body } = await acme.owner.try(companyEndpoints.save, { body: { items }, headers })
  expect(JSON.stringify(body)).toContain('example.com už patří záznamu z jiného řádku tohoto volání.')
})

test('the language that members chose for themselves goes before that of their browser', async () => {
  const browser = await (await aPerson(t, acme.id)).signIn()
  await browser.call(changeProfile, { body: { locale: 'cs' } })
  const { body } = await browser.try(createContact, { body: {}, headers: { 'accept-language': 'en' } })
  expect(body.detail).toBe('Zadejte jméno nebo aspoň jeden kontaktní údaj.')
})

test.each([
  ['cs', 'cs'],
  ['cs-CZ,cs;q=0.9,en;q=0.8', 'cs'],
  ['tlh, en;q=0.5, cs;q=0.9', 'cs'],
  ['cs;q=0, en', 'en'],
  ['tlh', undefined],
  ['', undefined],
  [undefined, undefined],
])('who accepts %s reads %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language)
})
