import { loadConfig } from '../../platform/config.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { openDatabase } from '../open-database.ts'
import type { Command } from './command.ts'

export const migrateDatabase: Command = {
  name: 'migrate',
  usage: '',
  about: 'Brings the database to the newest schema. The app may run meanwhile.',
  async run() {
    const database = await openDatabase(loadConfig(), line => console.error(line))
    try {
      const ran = await migrate(database.url)
      console.log(ran.length === 0 ? 'The database is up to date.' : `Ran ${ran.join(', ')}.`)
    } finally {
      await database.close()
    }
  },
}
