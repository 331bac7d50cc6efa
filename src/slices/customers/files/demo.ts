import { Readable } from 'node:stream'
import { within, type Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import type { DemoPart, DemoWorld } from '../../workspace/demo/public.ts'
import { fileEvents } from './events.ts'
import { discardFile } from './jobs.ts'
import { storeGenerated } from './store-generated.ts'
import { updateFile } from './store.ts'
import { linenSwatch } from './swatch.ts'

const text = (...lines: string[]) => Buffer.from(`${lines.join('\n')}\n`)

const files = [
  {
    name: 'Linen sample, harbour blue.png',
    mediaType: 'image/png',
    make: () => linenSwatch([62, 96, 120]),
  },
  {
    name: 'Quote for the guest rooms.txt',
    mediaType: 'text/plain',
    make: (customer: string) =>
      text(
        `Quote for ${customer} (demo)`,
        '',
        '24 x Harbour table lamp   79.00   1,896.00 EUR',
        '24 x spare shade, linen   18.00     432.00 EUR',
        'Delivery                              0.00 EUR',
        '',
        'Total                             2,328.00 EUR',
        'Valid for 30 days.',
      ),
  },
  {
    name: 'Care of linen shades.txt',
    mediaType: 'text/plain',
    make: () =>
      text('Care of linen shades (demo)', '', 'Dust with a soft brush.', 'Keep away from water; never iron the seams.'),
  },
  {
    name: 'Linen sample, moss.png',
    mediaType: 'image/png',
    make: () => linenSwatch([104, 118, 82]),
  },
]

export const demo: DemoPart = { seedLast, remove }

/** A few small files with the best customers. Their bytes go to the store first. */
async function seedLast(ctx: Ctx, { customers, staff }: DemoWorld): Promise<void> {
  const { db, workspaceId } = ctx
  for (const [index, { name, mediaType, make }] of files.entries()) {
    const customer = customers[index % Math.max(customers.length - 1, 1)]
    if (!customer) return
    const body = Readable.from([make(customer.name)], { objectMode: false })
    const about = { name, mediaType, purpose: 'attachment', contactId: customer.id, maxBytes: 100_000 } as const
    const { id, size } = await storeGenerated(ctx, about, body)
    await inTransaction({ db }, async ({ db }) => {
      await updateFile({ db, workspaceId }, id, { isDemo: true, uploadedBy: staff[0]!.id })
      const file = { id, contactId: customer.id, companyId: null, contactCompanyId: null }
      await record(within(ctx, db), [fileEvents.added(file, { name, mediaType, size })])
    })
  }
}

async function remove({ db, workspaceId }: Ctx): Promise<void> {
  const files = await db
    .selectFrom('files')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('isDemo', '=', true)
    .execute()
  for (const { id } of files) await discardFile({ db, workspaceId }, id)
}
