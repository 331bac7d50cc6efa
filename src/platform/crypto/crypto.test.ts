import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashKey, randomKey } from './hash.ts'
import { decrypt, encrypt } from './secret-box.ts'
import { readToken, signToken } from './sign.ts'

const secret = 'a secret of more than thirty-two characters'
const other = 'another secret of more than thirty-two chars'

describe('encrypt and decrypt', () => {
  it('gives back any text, and never the same ciphertext twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const sealed = encrypt(secret, 'test', text)
        expect(sealed).toMatch(/^v1:[\w-]+$/)
        expect(decrypt(secret, 'test', sealed)).toBe(text)
        expect(encrypt(secret, 'test', text)).not.toBe(sealed)
      }),
    )
  })

  const sealed = encrypt(secret, 'mail.password:a', 'hunter2')
  const flipped = Buffer.from(sealed.slice(3), 'base64url')
  flipped[14]! ^= 1
  it.each([
    ['another secret', other, 'mail.password:a', sealed],
    ['another purpose', secret, 'mail.password:b', sealed],
    ['one bit changed', secret, 'mail.password:a', `v1:${flipped.toString('base64url')}`],
    ['cut short', secret, 'mail.password:a', sealed.slice(0, 20)],
    ['cut within the tag', secret, 'mail.password:a', sealed.slice(0, -4)],
    ['not encrypted', secret, 'mail.password:a', 'hunter2'],
    ['unknown version', secret, 'mail.password:a', sealed.replace('v1:', 'v2:')],
    ['empty', secret, 'mail.password:a', ''],
  ])('refuses: %s', (_, key, purpose, text) => {
    expect(() => decrypt(key, purpose, text)).toThrow(/RAPPORT_SECRET/)
  })
})

describe('signToken and readToken', () => {
  const now = new Date('2026-03-01T10:00:00Z')
  const later = new Date('2026-03-01T11:00:00Z')
  const payload = { contact: 'č', list: [1, null, true] }
  const token = signToken(secret, 'unsubscribe', payload, later)

  it('gives the payload back until it expires', () => {
    expect(token).toMatch(/^[\w.-]+$/)
    expect(readToken(secret, 'unsubscribe', token, now)).toEqual(payload)
    expect(readToken(secret, 'unsubscribe', token, new Date(later.getTime() - 1))).toEqual(payload)
    expect(readToken(secret, 'unsubscribe', token, later)).toBeNull()
  })

  it('refuses another purpose or secret', () => {
    expect(readToken(secret, 'reset', token, now)).toBeNull()
    expect(readToken(other, 'unsubscribe', token, now)).toBeNull()
  })

  it('refuses a token with any one character changed, added or taken away', () => {
    for (let at = 0; at < token.length; at++) {
      for (const character of ['A', 'B', '_', '.']) {
        if (token[at] === character) continue
        expect(readToken(secret, 'unsubscribe', token.slice(0, at) + character + token.slice(at + 1), now)).toBeNull()
      }
      expect(readToken(secret, 'unsubscribe', token.slice(0, at) + token.slice(at + 1), now)).toBeNull()
    }
    for (const text of [token + 'A', token + '=', '', '.', 'é.é', token.split('.')[0]!]) {
      expect(readToken(secret, 'unsubscribe', text, now)).toBeNull()
    }
  })

  it('does not let a purpose run over into the payload', () => {
    const body = token.split('.')[0]!
    const forged = signToken(secret, `unsubscribe\n${body}`, {}, later).split('.')[1]
    expect(readToken(secret, 'unsubscribe', `${body}.${forged}`, now)).toBeNull()
  })
})

describe('randomKey and hashKey', () => {
  it('makes keys that differ and hash to 32 bytes', () => {
    expect(randomKey()).toMatch(/^[\w-]{43}$/)
    expect(randomKey()).not.toBe(randomKey())
    expect(hashKey('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
