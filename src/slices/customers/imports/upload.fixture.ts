import type { ApiClient } from '../../../testing/api-client.ts'
import { multipart } from '../../../testing/multipart.ts'
import { importDetail, type ImportDetail } from './schema.ts'

/** Sends a file as a browser does and answers what the server says. */
export async function tryUpload(
  client: ApiClient,
  name: string,
  content: string | Buffer,
  query = '',
): Promise<{ status: number; body: any }> {
  return client.request('POST', `/api/v1/imports${query}`, ...multipart(name, content))
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
