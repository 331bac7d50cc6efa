import type { WorkspaceId } from '../../kernel/ids.ts'
import { inTransaction } from '../../platform/db/database.ts'
import { rebuildFacts as rebuild } from '../../slices/customers/facts/public.ts'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

export const rebuildFacts: Command = {
  name: 'rebuild-facts',
  usage: '',
  about: 'Computes the facts of all contacts and companies anew from the event log. The app may run meanwhile.',
  async run() {
    await withApp(async app => {
      for (const { id, name } of await app.db.selectFrom('workspaces').select(['id', 'name']).execute()) {
        await inTransaction(app.db, async tx => {
          await rebuild(tx, 'contact', id as WorkspaceId)
          await rebuild(tx, 'company', id as WorkspaceId)
        })
        console.log(`Rebuilt the facts of ${name}.`)
      }
    })
  },
}
