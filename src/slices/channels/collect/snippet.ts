import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const file = join(import.meta.dirname, '../../../../dist/snippet/collect.js')

/** The snippet for sites, `/collect.js`: for any site, asked for again after an hour and then only if it has changed. */
export async function mountSnippet(server: FastifyInstance): Promise<void> {
  const code = existsSync(file) ? await readFile(file) : null
  if (code === null) return
  const etag = `"${createHash('sha256').update(code).digest('base64url').slice(0, 22)}"`
  server.get('/collect.js', async (request, reply) => {
    void reply
      .header('etag', etag)
      .header('cache-control', 'public, max-age=3600, stale-while-revalidate=604800')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('access-control-allow-origin', '*')
      .type('text/javascript; charset=utf-8')
    return request.headers['if-none-match'] === etag ? reply.status(304).send() : reply.send(code)
  })
}
