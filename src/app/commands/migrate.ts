import { migrate } from '../../platform/db/migrate.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-app.ts'

export const migrateDatabase: Command = {
  name: 'migrate',
  usage: '',
  about: 'Brings the database to the newest schema. The app may run meanwhile.',
  async run() {
    const ran = await withDatabase(url => migrate(url))
    console.log(ran.length === 0 ? 'The database is up to date.' : `Ran ${ran.join(', ')}.`)
  },
}
