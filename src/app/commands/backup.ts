import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../kernel/errors.ts'
import { writeBackup } from '../../platform/db/backup/write-backup.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-app.ts'

export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  about: 'Writes the whole database into one compressed file. The app may run meanwhile.',
  help: [
    'Uploaded files are not in it: back up the folder RAPPORT_DATA/files, or your bucket, as well.',
    'RAPPORT_DATA/erasures.jsonl, by which a restore erases again, is not in it either: back it up, always the newest.',
    'RAPPORT_DATA/secret is not in it either; without it stored passwords of mail servers cannot be read.',
  ],
  async run({ positionals: [file] }) {
    if (file === undefined) throw new AppError('invalid', 'Name the file to write: npm run rapport -- backup FILE')
    const target = resolve(process.env.INIT_CWD ?? '.', file)
    await withDatabase(async url => {
      const draft = `${target}.part`
      try {
        const { stream, counts } = await writeBackup(url)
        await pipeline(stream, createWriteStream(draft, { mode: 0o600 }))
        await rename(draft, target)
        console.log(`Wrote ${counts.rows.toLocaleString('en')} rows of ${counts.tables} tables to ${target}.`)
      } finally {
        await rm(draft, { force: true })
      }
    })
  },
}
