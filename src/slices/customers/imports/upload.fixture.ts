import type { ApiClient } from '../../../testing/api-client.ts'
import { importDetail, type ImportDetail } from './schema.ts'

const boundary = 'x-test-boundary'

/** Sends a file as a browser does and answers what the server says. */
export async function tryUpload(
  client: ApiClient,
  name: string,
  content: string | Buffer,
  query = '',
): Promise<{ status: number; body: any }> {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const body = Buffer.concat([
    Buffer.from(head),
    Buffer.from(content as string),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return client.request('POST', `/api/v1/imports${query}`, body, {
    'content-type': `multipart/form-data; boundary=${boundary}`,
  })
}

export async function upload(
  client: ApiClient,
  name: string,
  content: string | Buffer,
  query = '',
): Promise<ImportDetail> {
  const answer = await tryUpload(client, name, content, query)
  if (answer.status !== 201) throw new Error(`The upload answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return importDetail.parse(answer.body)
}
