import { sql, type RawBuilder } from 'kysely'
import type { FastifyRequest } from 'fastify'
import { defineAbsence, invalidField } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { pictureTypes, type pictureEndpoints } from '../../../kernel/record/picture.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { Raw, route, type Route } from '../../../platform/http/route.ts'
import { discardFile } from './jobs.ts'
import { openFile, storeUpload } from './upload.ts'

const words = defineMessages('files.picture', {
  kinds: 'Choose a PNG, JPEG or WebP picture.',
  cutOff: 'The picture is cut off. Choose the whole file.',
})
const noPicture = defineAbsence('files.no-picture', 'picture')

const maxBytes = 256 * 1024

/** Gives somebody or something another picture, or none, in a transaction; answers the file that it was before. */
type Put = (ctx: Ctx, fileId: string | null) => Promise<string | null>

/** Whether a picture of each kind has come to its end. */
const isWhole: Record<(typeof pictureTypes)[number], (bytes: Buffer) => boolean> = {
  'image/png': bytes => bytes.includes('IEND\xae\x42\x60\x82', 'latin1'),
  'image/jpeg': bytes => bytes.includes('\xff\xd9', 'latin1') && hasFrame(bytes),
  'image/webp': bytes => bytes.length >= 12 && bytes.length >= bytes.readUInt32LE(4) + 8,
}

/** Markers of a JPEG that say how large it is; the other three of these sixteen say other things. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Whether a JPEG has a frame with a size, behind the segments that tell of it. */
function hasFrame(bytes: Buffer): boolean {
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    if (isFrame(marker)) return bytes.readUInt16BE(at + 5) > 0 && bytes.readUInt16BE(at + 7) > 0
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return false
}

/** What the picture is is told by its bytes, whatever its name says. The one before goes for good. */
export async function setPicture(ctx: Ctx, request: FastifyRequest, put: Put): Promise<string> {
  const chunks: Buffer[] = []
  const file = await storeUpload(ctx, request, {
    purpose: 'picture',
    maxBytes,
    watch: chunk => void chunks.push(chunk),
    async onStored(ctx, { id, mediaType }) {
      const type = pictureTypes.find(known => known === mediaType)
      if (!type) throw invalidField('file', say(words, 'kinds'))
      if (!isWhole[type](Buffer.concat(chunks))) throw invalidField('file', say(words, 'cutOff'))
      await replace(ctx, id, put)
    },
  })
  return file.id
}

export async function removePicture(ctx: Ctx, put: Put): Promise<void> {
  await inTransaction(ctx, ctx => replace(ctx, null, put))
}

async function replace(ctx: Ctx, fileId: string | null, put: Put): Promise<void> {
  const before = await put(ctx, fileId)
  if (before !== null && before !== fileId) await discardFile(ctx, before)
}

/** A new picture is a new file, so the address with its id never changes what it answers. */
export async function sendPicture(ctx: Ctx, fileId: string | null, version: string | undefined): Promise<Raw> {
  if (!fileId) throw noPicture()
  const { file, read } = await openFile(ctx, fileId)
  return new Raw(await read(), file.mediaType, {
    'content-length': String(file.size),
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': version === file.id ? 'private, max-age=31536000, immutable' : 'private, no-cache',
  })
}

interface Pictured {
  /** A column of a record that the actor may see; locked in a transaction. */
  find(ctx: Ctx, id: string, column: RawBuilder<string | null>): Promise<string | null>
  change(ctx: Ctx, id: string, patch: { pictureFileId: string | null }): Promise<unknown>
}

/** A picture comes and goes by endpoints of its own. */
export function pictureRoutes(endpoints: ReturnType<typeof pictureEndpoints>, of: Pictured): Route[] {
  const find = (ctx: Ctx, id: string) => of.find(ctx, id, sql`picture_file_id`)
  const put =
    (id: string): Put =>
    async (ctx, fileId) => {
      const before = await find(ctx, id)
      await of.change(ctx, id, { pictureFileId: fileId })
      return before
    }
  return [
    route(endpoints.get, async (ctx, { params, query }) => sendPicture(ctx, await find(ctx, params.id), query.v)),
    route(endpoints.set, async (ctx, { params, request }) => {
      await find(ctx, params.id)
      return { pictureFileId: await setPicture(ctx, request, put(params.id)) }
    }),
    route(endpoints.remove, async (ctx, { params }) => {
      await removePicture(ctx, put(params.id))
      return { pictureFileId: null }
    }),
  ]
}
