import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Union } from './union.ts'

test('sets are what is connected, however it was joined, and the first root stays', () => {
  const pair = fc.tuple(fc.nat(20), fc.nat(20))
  fc.assert(
    fc.property(fc.array(pair), pairs => {
      const union = new Union<number>()
      const label = Array.from({ length: 21 }, (_, at) => at)
      for (const [above, below] of pairs) {
        const [kept, gone] = [label[above]!, label[below]!]
        expect(union.join(above, below)).toBe(kept !== gone)
        for (const at of label.keys()) if (label[at] === gone) label[at] = kept
      }
      for (const at of label.keys()) expect(union.find(at)).toBe(label[at])
      expect([...union.sets().values()].flat().toSorted((a, b) => a - b)).toEqual([...label.keys()])
    }),
  )
})

test('a chain of a hundred thousand is one set', () => {
  const union = new Union<number>()
  for (let at = 100_000; at > 0; at--) union.join(at - 1, at)
  expect(union.find(100_000)).toBe(0)
})
