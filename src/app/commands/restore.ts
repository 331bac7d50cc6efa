import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '../../kernel/errors.ts'
import { loadConfig } from '../../platform/config.ts'
import { readBackup } from '../../platform/db/backup/read-backup.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { openDatabase } from '../open-database.ts'
import type { Command } from './command.ts'

export const restore: Command = {
  name: 'restore',
  usage: 'FILE',
  about: 'Fills an empty database from a file that backup wrote. All or nothing.',
  async run({ positionals: [file] }) {
    if (file === undefined) throw new AppError('invalid', 'Name the file to read: npm run rapport -- restore FILE')
    const database = await openDatabase(loadConfig(), line => console.error(line))
    try {
      await migrate(database.url)
      const counts = await readBackup(database.url, createReadStream(resolve(process.env.INIT_CWD ?? '.', file)))
      console.log(`Restored ${counts.rows.toLocaleString('en')} rows into ${counts.tables} tables.`)
    } finally {
      await database.close()
    }
  },
}
