import { randomUUID } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../kernel/errors.ts'
import { randomKey } from './hash.ts'

export const minSecretLength = 32

/**
 * The instance's secret: the configured one, else the one kept in `folder`, else a new one that is kept there. Two
 * processes that start at once end with the same secret.
 */
export async function loadSecret(folder: string, configured: string | null): Promise<string> {
  if (configured !== null) return configured
  const path = join(folder, 'secret')
  const secret = await readSecret(path)
  if (secret !== null) return secret
  await mkdir(folder, { recursive: true })
  await keepSecret(folder, path, randomKey() + randomKey())
  return (await readSecret(path))!
}

async function readSecret(path: string): Promise<string | null> {
  let text: string
  try {
    if ((await stat(path)).mode & 0o077) await chmod(path, 0o600)
    text = (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new AppError('unavailable', `The secret in ${path} cannot be read: ${(error as Error).message}`)
  }
  if (text.length < minSecretLength) {
    throw new AppError(
      'unavailable',
      `The file ${path} holds ${text.length} characters; a secret has at least ${minSecretLength}. Restore it from a backup: ` +
        'without it stored passwords cannot be read.',
    )
  }
  return text
}

/** Written whole under another name, then linked: a link never replaces the secret that another process kept first. */
async function keepSecret(folder: string, path: string, secret: string): Promise<void> {
  const draft = join(folder, `secret.${randomUUID()}`)
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(secret + '\n')
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await unlink(draft)
  }
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
