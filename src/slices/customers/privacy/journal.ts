import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { id } from '../../../kernel/ids.ts'
import type { App } from '../../../platform/context.ts'

/** One erasure as the journal remembers it: ids and keyed hashes, nothing that tells who it was. */
const entry = z.object({
  workspaceId: id,
  erasureId: id,
  contactId: id,
  contactIds: z.array(id),
  memberId: id.nullable(),
  hashes: z.array(z.string()),
  at: z.string(),
})
export type JournalEntry = z.output<typeof entry>

/** Stands beside the database, so that a restored backup can be made to forget again whom it still knows. */
export function journalPath(app: Pick<App, 'config'>): string {
  return join(app.config.dataFolder, 'erasures.jsonl')
}

/** Adds an erasure and brings it to the disk. The same one may stand there twice. */
export async function addToJournal(app: Pick<App, 'config'>, erasure: JournalEntry): Promise<void> {
  const file = await open(journalPath(app), 'a', 0o600)
  try {
    await file.write(JSON.stringify(erasure) + '\n')
    await file.sync()
  } finally {
    await file.close()
  }
}

/** All erasures in their order, each once. A line that a crash cut short is left out: its job writes it again. */
export async function readJournal(app: Pick<App, 'config'>): Promise<JournalEntry[]> {
  const entries = new Map<string, JournalEntry>()
  try {
    for await (const line of createInterface({ input: createReadStream(journalPath(app)) })) {
      const parsed = entry.safeParse(parse(line))
      if (parsed.success) entries.set(parsed.data.erasureId, parsed.data)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return [...entries.values()]
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
