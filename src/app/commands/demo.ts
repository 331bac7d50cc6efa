import { AppError } from '../../kernel/errors.ts'
import { demoSignIn, seedDemo } from '../../slices/workspace/demo/public.ts'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

export const demo: Command = {
  name: 'demo',
  usage: '[--contacts N] [--months M] [--seed S] [--events-per-contact K]',
  about: 'Makes a workspace with a demo company: customers, orders, messages and staff over some months.',
  options: {
    contacts: { type: 'string' },
    months: { type: 'string' },
    seed: { type: 'string' },
    'events-per-contact': { type: 'string' },
  },
  help: [
    'Without options: 2,000 contacts over 18 months. The same seed gives the same company.',
    'A million contacts take some minutes; they load fastest into an empty database.',
  ],
  async run({ values }) {
    const options = {
      contacts: read(values, 'contacts', 1, 5_000_000),
      months: read(values, 'months', 1, 240),
      seed: read(values, 'seed', 0, 2 ** 31 - 1),
      eventsPerContact: read(values, 'events-per-contact', 1, 1000),
    }
    await withApp(async (app, url) => {
      await seedDemo(app, { url, ...options, onProgress: line => console.log(line) })
      const { email, password } = demoSignIn(app)
      console.log(`Demo sign-in: ${email}  ${password}`)
    })
  },
}

/** A whole number, or undefined when it was not given. */
function read(values: Record<string, unknown>, name: string, least: number, most: number): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new AppError('invalid', `--${name} is “${String(text)}”. Use a whole number from ${least} to ${most}.`)
}
