import { describe, expect, it } from 'vitest'
import type { Role } from '../../../kernel/permissions.ts'
import { requireMayChangeRole, requireMayGive, requireOwnerLeft } from './policy.ts'

const allows = (work: () => void) => {
  try {
    work()
    return true
  } catch {
    return false
  }
}

describe('who may change whose role', () => {
  // actor's role, target's role, new role, allowed
  const table: [Role, Role, Role, boolean][] = [
    ['owner', 'member', 'owner', true],
    ['owner', 'owner', 'member', true],
    ['owner', 'admin', 'manager', true],
    ['admin', 'member', 'admin', true],
    ['admin', 'admin', 'member', true],
    ['admin', 'member', 'owner', false],
    ['admin', 'owner', 'member', false],
    ['admin', 'owner', 'owner', false],
    ['manager', 'member', 'admin', false],
    ['manager', 'member', 'manager', true],
  ]
  it.each(table)('%s changes a %s to %s: %s', (actor, before, after, allowed) => {
    expect(allows(() => requireMayChangeRole({ memberId: 'a', role: actor }, { id: 'b', role: before }, after))).toBe(
      allowed,
    )
  })

  it('nobody raises their own role, but may lower it', () => {
    expect(
      allows(() => requireMayChangeRole({ memberId: 'a', role: 'admin' }, { id: 'a', role: 'admin' }, 'owner')),
    ).toBe(false)
    // A key whose maker has become less than the key remembers.
    expect(
      allows(() => requireMayChangeRole({ memberId: 'a', role: 'owner' }, { id: 'a', role: 'member' }, 'admin')),
    ).toBe(false)
    expect(
      allows(() => requireMayChangeRole({ memberId: 'a', role: 'owner' }, { id: 'a', role: 'owner' }, 'member')),
    ).toBe(true)
  })

  it('invitations follow the same ceiling', () => {
    expect(allows(() => requireMayGive({ memberId: 'a', role: 'admin' }, 'owner'))).toBe(false)
    expect(allows(() => requireMayGive({ memberId: 'a', role: 'admin' }, 'admin'))).toBe(true)
  })
})

describe('requireOwnerLeft', () => {
  it('keeps the last owner', () => {
    expect(allows(() => requireOwnerLeft(['a'], { id: 'a', role: 'owner' }))).toBe(false)
    expect(allows(() => requireOwnerLeft(['a', 'b'], { id: 'a', role: 'owner' }))).toBe(true)
    expect(allows(() => requireOwnerLeft(['a'], { id: 'b', role: 'admin' }))).toBe(true)
  })
})
