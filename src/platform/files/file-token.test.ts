import { expect, it } from 'vitest'
import { signToken } from '../crypto/sign.ts'
import { readFileToken, signFileToken } from './file-token.ts'

const secret = 'a secret of more than thirty-two characters'
const now = new Date('2026-03-01T10:00:00Z')
const later = new Date('2026-03-01T10:05:00Z')
const file = { workspaceId: 'w', fileId: 'f' }

it('opens one file until it expires, and is no other kind of token', () => {
  const token = signFileToken(secret, file, later)
  expect(readFileToken(secret, token, now)).toEqual(file)
  expect(readFileToken(secret, token, later)).toBeNull()
  expect(readFileToken(secret, signToken(secret, 'reset', file, later), now)).toBeNull()
})
