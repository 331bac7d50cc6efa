import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isAtLeast, roles } from '../../kernel/permissions.ts'
import { permissions } from '../compose.ts'
import { addressOf, endpoints, guarded, makeMatrix, named, send, type Matrix } from './matrix.ts'

/** Every route × every role: open from its least role on, closed below, to keys without its scope and to strangers. */
let m: Matrix

beforeAll(async () => {
  m = await makeMatrix()
})
afterAll(() => m.t.close())

/** Refused for its content, if it is let that far. */
const nonsense = { unknownField: 1 }

describe('permissions', () => {
  test.each(named(guarded))('%s', async (_, endpoint) => {
    const least = permissions.get(endpoint.access as never)!
    for (const role of roles) {
      const answer = await send(m.callers.get(role)!, endpoint, addressOf(endpoint, {}), nonsense)
      expect([role, answer.status === 403]).toEqual([role, !isAtLeast(role, least)])
    }
    const weak = await m.acme.anApiKey([...permissions.keys()].filter(scope => scope !== endpoint.access))
    expect((await send(weak, endpoint, addressOf(endpoint, m.own), nonsense)).status).toBe(403)
  })
})

describe('a stranger is refused', () => {
  const closed = endpoints.filter(({ access }) => access !== 'public')
  test.each(named(closed))('%s', async (_, endpoint) => {
    for (const headers of [{}, { authorization: `Bearer rk_${'a'.repeat(40)}` }, { cookie: 'rapport_session=x.y' }]) {
      const stranger = m.acme.owner.with(headers as Record<string, string>)
      expect((await send(stranger, endpoint, addressOf(endpoint, m.own), nonsense)).status).toBe(401)
    }
  })

  test('nobody needs to sign in for these, and no more', () => {
    const open = endpoints.filter(({ access }) => access === 'public').map(({ method, path }) => `${method} ${path}`)
    expect(open.sort()).toEqual([
      'GET /demo/sign-in',
      'GET /files/{id}/content',
      'GET /invitations/{token}',
      'GET /setup/{token}',
      'POST /invitations/{token}',
      'POST /password-resets',
      'POST /sessions',
      'POST /sessions/passkey',
      'POST /sessions/passkey-options',
      'POST /sessions/two-factor',
      'POST /setup/{token}',
      'PUT /password-resets/{token}',
    ])
  })
})
