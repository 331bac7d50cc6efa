import { Readable } from 'node:stream'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { fileEvents } from '../../../customers/files/events.ts'
import { storeGenerated } from '../../../customers/files/public.ts'
import { linenSwatch } from '../swatch.ts'
import { ownerAddress } from '../world/staff.ts'

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

/** A few small files with the best customers. Their bytes go to the store first, so this is no part of a transaction. */
export async function seedFiles(ctx: Ctx, customers: { id: string; name: string }[]): Promise<void> {
  const { db, workspaceId } = ctx
  const owner = await db
    .selectFrom('members')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('email', '=', ownerAddress)
    .executeTakeFirstOrThrow()
  for (const [index, { name, mediaType, make }] of files.entries()) {
    const customer = customers[index % Math.max(customers.length - 1, 1)]
    if (!customer) return
    const body = Readable.from([make(customer.name)], { objectMode: false })
    const about = { name, mediaType, purpose: 'attachment', contactId: customer.id, maxBytes: 100_000 } as const
    const { id, size } = await storeGenerated(ctx, about, body)
    await inTransaction(db, async tx => {
      await tx
        .updateTable('files')
        .set({ isDemo: true, uploadedBy: owner.id })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .execute()
      const file = { id, contactId: customer.id, companyId: null }
      await record(tx, ctx, [fileEvents.added(file, { name, mediaType, size })])
    })
  }
}
