import { expect, test } from 'vitest'
import { hueOf, initialsOf } from './soft-colour.ts'

test.each([
  ['Marta Nováková', 'MN'],
  ['Émile de la Tour', 'ÉT'],
  ['marta.n@example.com', 'MN'],
  ['madonna', 'M'],
  ['佐藤 花子', '佐'],
  ['محمد علي', 'م'],
  ['(Anna) Z', 'AZ'],
  ['', '?'],
])('initials of %s are %s', (name, expected) => {
  expect(initialsOf(name)).toBe(expected)
})

test('a name keeps its colour and names differ', () => {
  expect(hueOf('Marta')).toBe(hueOf('Marta'))
  expect(new Set(['Marta', 'Petr', 'Jana', 'Karel', 'Eva', 'Tomáš', 'Lucie', 'Ota'].map(hueOf)).size).toBeGreaterThan(3)
})
