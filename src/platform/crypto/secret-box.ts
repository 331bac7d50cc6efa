import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { AppError } from '../../kernel/errors.ts'
import { deriveKey } from './derive-key.ts'

const version = 'v1:'
const nonceLength = 12
const tagLength = 16

/**
 * `text` encrypted with AES-256-GCM. `purpose` (e.g. `mail.password:<workspace id>`) is authenticated but not stored: a
 * value copied to another place or workspace does not decrypt there.
 */
export function encrypt(secret: string, purpose: string, text: string): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', deriveKey(secret, 'encrypt'), nonce)
  cipher.setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return version + Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')
}

export function decrypt(secret: string, purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed.slice(version.length), 'base64url')
  if (!sealed.startsWith(version) || bytes.length < nonceLength + tagLength) throw unreadable()
  const decipher = createDecipheriv('aes-256-gcm', deriveKey(secret, 'encrypt'), bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(-tagLength))
  try {
    return decipher.update(bytes.subarray(nonceLength, -tagLength)).toString('utf8') + decipher.final('utf8')
  } catch {
    throw unreadable()
  }
}

function unreadable(): AppError {
  return new AppError(
    'unavailable',
    'A stored password or key cannot be read, because RAPPORT_SECRET is not the one it was stored with. ' +
      'Put the former RAPPORT_SECRET back, or enter the password again.',
  )
}
