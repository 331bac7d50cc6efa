import { expect, test } from 'vitest'
import { findListed } from './listed.ts'

const people = [
  { name: 'Amélie Roux', email: 'amelie@acme.example' },
  { name: 'Eliška Morávková', email: 'eliska@acme.example' },
]

test.each([
  ['el', ['Eliška Morávková', 'Amélie Roux']],
  ['Moravkova', ['Eliška Morávková']],
  ['roux', ['Amélie Roux']],
  ['amelie@', ['Amélie Roux']],
  ['x', ['Amélie Roux', 'Eliška Morávková']],
  ['zz', []],
])('%j finds %j, those first of whose names a word begins with it', (query, names) => {
  expect(findListed(people, query).map(({ name }) => name)).toEqual(names)
})
