import { describe, expect, it } from 'vitest'
import { networkOf, Throttle } from './throttle.ts'

const start = new Date('2026-01-01T00:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)

describe('Throttle', () => {
  it('allows the limit, then names the seconds to wait, then allows again', () => {
    const throttle = new Throttle({ attempts: 3, seconds: 60 })
    expect([1, 2, 3].map(() => throttle.attempt('a', start))).toEqual([0, 0, 0])
    expect(throttle.attempt('a', after(10))).toBe(50)
    expect(throttle.attempt('b', after(10))).toBe(0)
    expect(throttle.attempt('a', after(60))).toBe(0)
  })

  it('does not lengthen the wait while attempts go on', () => {
    const throttle = new Throttle({ attempts: 1, seconds: 60 })
    throttle.attempt('a', start)
    for (let second = 1; second < 60; second++) expect(throttle.attempt('a', after(second))).toBe(60 - second)
    expect(throttle.attempt('a', after(60))).toBe(0)
  })

  it('takes back one attempt or all of them', () => {
    const throttle = new Throttle({ attempts: 2, seconds: 60 })
    throttle.attempt('a', start)
    throttle.attempt('a', start)
    throttle.forgive('a')
    expect(throttle.attempt('a', start)).toBe(0)
    expect(throttle.attempt('a', start)).toBe(60)
    throttle.clear('a')
    expect(throttle.attempt('a', start)).toBe(0)
  })

  it('keeps its memory bounded under a flood of different keys', () => {
    const throttle = new Throttle({ attempts: 1, seconds: 60 })
    throttle.attempt('first', start)
    for (let i = 0; i < 60_000; i++) throttle.attempt(`key ${i}`, after(1))
    expect(throttle.attempt('key 59999', after(2))).toBeGreaterThan(0)
    expect(throttle.attempt('first', after(2))).toBe(0)
  })
})

describe('networkOf', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2::5', networkOf('2001:db8:1:2:ffff::1')],
    ['no address', 'no address'],
  ])('takes %s for %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it('tells neighbouring networks apart', () => {
    expect(networkOf('2001:db8:1:2::5')).not.toBe(networkOf('2001:db8:1:3::5'))
  })
})
