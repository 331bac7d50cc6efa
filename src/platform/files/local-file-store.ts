import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkKey, noFile, type FileStore } from './file-store.ts'
import { writeTemporary } from './write-temporary.ts'

const leftoverAfterMs = 24 * 3600_000

/** Files in a folder. Each is written whole under a temporary name, brought to the disk, then renamed. */
export async function openLocalFileStore(folder: string): Promise<FileStore> {
  const temporary = join(folder, 'tmp')
  await mkdir(temporary, { recursive: true, mode: 0o700 })
  await removeLeftovers(temporary)
  const pathOf = (key: string) => join(folder, checkKey(key))

  return {
    async put(key, body, { maxBytes }) {
      const path = pathOf(key)
      const draft = join(temporary, randomUUID())
      const stored = await writeTemporary(draft, body, maxBytes)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await rename(draft, path)
      await syncFolder(dirname(path))
      return stored
    },

    async get(key, range) {
      try {
        const file = await open(pathOf(key), 'r')
        return file.createReadStream(range)
      } catch (error) {
        throw isMissing(error) ? noFile() : error
      }
    },

    async delete(key) {
      try {
        await unlink(pathOf(key))
      } catch (error) {
        if (!isMissing(error)) throw error
      }
    },
  }
}

/** What a killed process left half written. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    try {
      if (Date.now() - (await stat(path)).mtimeMs > leftoverAfterMs) await unlink(path)
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}
