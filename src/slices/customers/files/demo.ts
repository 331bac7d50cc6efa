import { Readable } from 'node:stream'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { findRows } from '../../../platform/db/row.ts'
import { removeEvents } from '../../../platform/events/remove-events.ts'
import { record } from '../../../platform/events/record.ts'
import { findDemoSubjects } from '../../../platform/record/linked.ts'
import { getParent } from '../contacts/public.ts'
import type { DemoPart, DemoWorld } from '../../workspace/demo/public.ts'
import { fileEvents } from './events.ts'
import { discardFile } from './jobs.ts'
import { storeGenerated } from './upload.ts'
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

/** A few small files with the best customers, and one on a record of each kind. Their bytes go to the store first. */
async function seedLast(ctx: Ctx, { customers, staff }: DemoWorld): Promise<void> {
  const ofCustomers = files.flatMap((file, index) => {
    const customer = customers[index % Math.max(customers.length - 1, 1)]
    return customer ? [{ ...file, on: { contactId: customer.id, name: customer.name } }] : []
  })
  const ofRecords = (await findDemoSubjects(ctx)).map(on => ({ ...files[0]!, on: { ...on, name: '' } }))
  for (const { name, mediaType, make, on } of [...ofCustomers, ...ofRecords]) {
    const body = Readable.from([make(on.name)], { objectMode: false })
    const { attached, contactCompanyId } = await getParent(ctx, on)
    const about = { ...attached, name, mediaType, purpose: 'attachment', maxBytes: 100_000 } as const
    const { id, size } = await storeGenerated(ctx, about, body)
    await inTransaction(ctx, async ctx => {
      await updateFile(ctx, id, { isDemo: true, uploadedBy: staff[0]!.id })
      await record(ctx, [fileEvents.added({ id, ...attached, contactCompanyId }, { name, mediaType, size })])
    })
  }
}

async function remove(ctx: Ctx): Promise<void> {
  const ids = (await findRows(ctx, 'files', ['id'], { isDemo: true })).map(({ id }) => id)
  await removeEvents(ctx, 'subject', ids)
  for (const id of ids) await discardFile(ctx, id)
}
