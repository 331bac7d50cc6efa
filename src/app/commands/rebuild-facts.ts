import { rebuildAllFacts } from '../../slices/customers/facts/public.ts'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

export const rebuildFacts: Command = {
  name: 'rebuild-facts',
  usage: '',
  about: 'Computes the facts of all contacts and companies anew from the event log. The app may run meanwhile.',
  async run() {
    await withApp(app =>
      rebuildAllFacts(app, ({ name, contacts, companies }) =>
        console.log(`Rebuilt the facts of ${contacts} contacts and ${companies} companies of ${name}.`),
      ),
    )
  },
}
