import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '../../kernel/errors.ts'
import { readBackup } from '../../platform/db/backup/read-backup.ts'
import { replayErasures } from '../../slices/customers/privacy/public.ts'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

export const restore: Command = {
  name: 'restore',
  usage: 'FILE',
  about: 'Fills an empty database from a file that backup wrote. All or nothing.',
  help: ['People who were erased after the backup was made are erased again: RAPPORT_DATA/erasures.jsonl tells whom.'],
  async run({ positionals: [file] }) {
    if (file === undefined) throw new AppError('invalid', 'Name the file to read: npm run rapport -- restore FILE')
    await withApp(async (app, url) => {
      const counts = await readBackup(url, createReadStream(resolve(process.env.INIT_CWD ?? '.', file)))
      console.log(`Restored ${counts.rows.toLocaleString('en')} rows into ${counts.tables} tables.`)
      const erased = await replayErasures(app)
      if (erased > 0) console.log(`Erased ${erased} people again who were erased after the backup was made.`)
    })
  },
}
