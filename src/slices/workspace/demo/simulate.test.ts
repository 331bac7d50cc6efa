import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { events as declaredEvents } from '../../../app/compose.ts'
import { normalizeHandle } from '../../customers/contacts/public.ts'
import type { Life } from './life.ts'
import { openShop } from './shop.ts'
import { simulate } from './simulate.ts'
import { phrases } from './world/phrases/by-language.ts'
import { causes } from './world/phrases/phrases.ts'

const plan = { contacts: 1500, months: 18, seed: 1, now: Date.UTC(2026, 2, 2, 10), eventsPerContact: 18 }

function run(changes: Partial<typeof plan> = {}, salt = 9) {
  return [...simulate(openShop({ ...plan, ...changes }, salt), salt)]
}

const households = run()
const lives: Life[] = households.flatMap(household => household.lives)
const events = lives.flatMap(life => life.events)

test('the same seed gives the same company, apart from its ids', () => {
  const bare = (salt: number, seed = 1) =>
    JSON.stringify(run({ contacts: 200, seed }, salt)).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
  expect(bare(2)).toBe(bare(1))
  expect(bare(1, 2)).not.toBe(bare(1))
})

test('ids are version 7, unique and in the order of time', () => {
  const ids = events.map(event => event.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every(id => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
  for (const { id, at } of events) expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(at)
})

test('there are as many contacts as asked for, and about as many events', () => {
  expect(lives).toHaveLength(plan.contacts)
  expect(events.length / lives.length).toBeGreaterThan(14)
  expect(events.length / lives.length).toBeLessThan(23)
})

test('handles are as the program itself normalises them, and nobody shares one', () => {
  const seen = new Set<string>()
  for (const { handles } of lives) {
    for (const { kind, value, normal } of handles) {
      expect(normalizeHandle(kind, value, 'CZ', 'value')).toEqual({ kind, value, normal })
      expect(seen.has(`${kind} ${normal}`)).toBe(false)
      seen.add(`${kind} ${normal}`)
    }
  }
})

test('each event is of a declared kind and tells what that declares', () => {
  const declared = new Map(declaredEvents.map(({ kind, declaration }) => [kind, declaration.data ?? z.object({})]))
  const wrong = events.flatMap(({ kind, data }) => {
    const result = declared.get(kind)?.strict().safeParse(JSON.parse(data))
    return result?.success ? [] : [`${kind} ${data} ${result?.error.message}`]
  })
  expect(wrong.slice(0, 3)).toEqual([])
})

test('nothing lies before the shop opened or after now', () => {
  const opened = openShop(plan, 1).openedAt
  for (const { at } of events) {
    expect(at).toBeGreaterThan(opened - 86_400_000)
    expect(at).toBeLessThanOrEqual(plan.now)
  }
})

test('no text is left unfilled', () => {
  expect(events.filter(event => /\{(product|order)\}|undefined/.test(event.data))).toEqual([])
})

test.each(Object.entries(phrases))('%s has words for all that is said', (_language, words) => {
  expect(Object.keys(words).toSorted()).toEqual(Object.keys(phrases.en).toSorted())
  for (const cause of causes) expect(words[cause].every(message => message.length === 2)).toBe(true)
  for (const topic of ['question', 'quote', 'whereIsIt', 'thanks'] as const) {
    expect(words[topic].every(message => message.length === 2)).toBe(true)
    expect(words[`${topic}Answer`].every(text => typeof text === 'string')).toBe(true)
  }
})

describe('orders', () => {
  test('cost what their items cost', () => {
    for (const order of lives.flatMap(life => life.orders))
      expect(order.items.reduce((sum, item) => sum + item.amount, 0)).toBe(order.amount)
  })

  test('come back at most once and never for more than was paid', () => {
    for (const { returns } of lives) {
      expect(new Set(returns.map(returned => returned.order)).size).toBe(returns.length)
      for (const { amount, order, returnedAt } of returns) {
        expect(amount).toBeLessThanOrEqual(order.amount)
        expect(returnedAt).toBeGreaterThan(order.placedAt)
      }
    }
  })
})

test('customers of every stage, country and script are there', () => {
  const of = <K extends 'lifecycle' | 'country' | 'language'>(key: K) =>
    new Set(lives.map(life => life.contact[key]).filter(Boolean))
  expect(of('lifecycle').size).toBe(7)
  expect(of('country').size).toBe(10)
  expect(of('language').size).toBe(8)
  expect(lives.some(life => /\p{Script=Han}/u.test(life.contact.name))).toBe(true)
  expect(lives.some(life => /\p{Script=Cyrillic}/u.test(life.contact.name))).toBe(true)
})

test('about every sixth contact works at a company', () => {
  const share = lives.filter(life => life.contact.companyId !== null).length / lives.length
  expect(share).toBeGreaterThan(0.12)
  expect(share).toBeLessThan(0.22)
})

test('a complaint is answered before it is resolved', () => {
  for (const { events } of lives) {
    for (const [at, event] of events.entries()) {
      if (event.kind === 'complaint.resolved')
        expect(events.slice(0, at).some(earlier => earlier.kind === 'complaint.received')).toBe(true)
    }
  }
})
