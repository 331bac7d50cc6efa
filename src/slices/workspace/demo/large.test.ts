import { expect, test } from 'vitest'
import { aTestApp } from '../../../testing/test-app.ts'
import { countDoubles } from './commands/seed-doubles.ts'
import { visitorsSeeded } from '../../channels/collect/demo.ts'
import { seedDemo } from './public.ts'

const t = await aTestApp()

test.each([1, 10])(
  '20,000 contacts of seed %i know nobody under an address of another',
  { timeout: 120_000 },
  async seed => {
    const contacts = 20_000
    const id = await seedDemo(t.app, { url: t.url, contacts, months: 1, seed, eventsPerContact: 1 })
    const { count } = await t.app.db
      .selectFrom('contacts')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('workspaceId', '=', id)
      .executeTakeFirstOrThrow()
    expect(count).toBe(contacts + countDoubles(contacts) + visitorsSeeded)
  },
)
