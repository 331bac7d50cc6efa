import { expect, test } from 'vitest'
import { precisionOf, thresholds } from './precision.ts'

const at = (threshold: (typeof thresholds)[number]) => thresholds.indexOf(threshold) + 1

test('at a threshold is expected the mean of the probabilities, and observed what was decided, above it', () => {
  const points = precisionOf([
    { bucket: at(0.5), pairs: 1, sum: 0.5, decided: 1, same: 1 },
    { bucket: at(0.9), pairs: 1, sum: 0.9, decided: 2, same: 1 },
    { bucket: at(0.99), pairs: 1, sum: 0.99, decided: 1, same: 1 },
  ])
  const [from, beyond] = [0.9, 0.999].map(threshold => points.find(point => point.threshold === threshold)!)
  expect(from).toMatchObject({ pairs: 2, observed: { decided: 3, share: 2 / 3 } })
  expect(from!.expected).toBeCloseTo(0.945)
  expect(beyond).toMatchObject({ pairs: 0, expected: null, observed: null })
})
