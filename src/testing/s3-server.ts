import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { S3Settings } from '../platform/files/s3-file-store.ts'

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/** A small S3 for tests: PUT, GET with range and DELETE, each checked against Signature Version 4 as Amazon specifies it. */
export async function startS3(): Promise<{ settings: S3Settings; close(): Promise<void> }> {
  const settings = {
    endpoint: '',
    region: 'eu-central-1',
    bucket: 'bucket',
    accessKeyId: 'AKID',
    secretAccessKey: 'secret/key',
  }
  const objects = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const refuse = (status: number, code: string) =>
      response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`)
    if (request.headers['x-amz-content-sha256'] !== sha256(body)) return refuse(400, 'XAmzContentSHA256Mismatch')
    if (request.headers.authorization !== authorization(request, settings)) return refuse(403, 'SignatureDoesNotMatch')
    const path = request.url!
    if (!path.startsWith('/bucket/')) return refuse(404, 'NoSuchBucket')
    if (request.method === 'PUT') {
      if (request.headers['content-length'] === undefined) return refuse(411, 'MissingContentLength')
      objects.set(path, body)
      return response.end()
    }
    const object = objects.get(path)
    if (request.method === 'DELETE') {
      objects.delete(path)
      return response.writeHead(204).end()
    }
    if (!object) return refuse(404, 'NoSuchKey')
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
    if (!range) return response.end(object)
    response.writeHead(206).end(object.subarray(Number(range[1]), Number(range[2]) + 1))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  settings.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    settings,
    async close() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

function authorization(request: IncomingMessage, { accessKeyId, secretAccessKey, region }: S3Settings): string {
  const time = String(request.headers['x-amz-date'])
  const date = time.slice(0, 8)
  const scope = `${date}/${region}/s3/aws4_request`
  const signed = ['host', 'x-amz-content-sha256', 'x-amz-date']
  const canonical = [
    request.method,
    request.url,
    '',
    ...signed.map(name => `${name}:${request.headers[name]}`),
    '',
    signed.join(';'),
    request.headers['x-amz-content-sha256'],
  ].join('\n')
  const key = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secretAccessKey}`, date))
  const signature = hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')).toString('hex')
  return `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${signed.join(';')}, Signature=${signature}`
}
