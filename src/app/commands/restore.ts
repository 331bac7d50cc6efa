import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '../../kernel/errors.ts'
import { loadConfig } from '../../platform/config.ts'
import { readBackup } from '../../platform/db/backup/read-backup.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { replayErasures } from '../../slices/customers/privacy/public.ts'
import { compose, createLogger } from '../compose.ts'
import { openDatabase } from '../open-database.ts'
import type { Command } from './command.ts'

export const restore: Command = {
  name: 'restore',
  usage: 'FILE',
  about: 'Fills an empty database from a file that backup wrote. All or nothing.',
  help: ['People who were erased after the backup was made are erased again: RAPPORT_DATA/erasures.jsonl tells whom.'],
  async run({ positionals: [file] }) {
    if (file === undefined) throw new AppError('invalid', 'Name the file to read: npm run rapport -- restore FILE')
    const config = loadConfig()
    const database = await openDatabase(config, line => console.error(line))
    try {
      await migrate(database.url)
      const counts = await readBackup(database.url, createReadStream(resolve(process.env.INIT_CWD ?? '.', file)))
      console.log(`Restored ${counts.rows.toLocaleString('en')} rows into ${counts.tables} tables.`)
      const composed = await compose(config, database.url, createLogger(config.logLevel))
      try {
        const erased = await replayErasures(composed.app)
        if (erased > 0) console.log(`Erased ${erased} people again who were erased after the backup was made.`)
      } finally {
        await composed.close()
      }
    } finally {
      await database.close()
    }
  },
}
