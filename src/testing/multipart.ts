const boundary = 'the-boundary'

/** A file as browsers send it: the body of a request and its headers. */
export function multipart(
  name: string,
  content: string | Buffer,
  type = 'application/octet-stream',
): [body: Buffer, headers: Record<string, string>] {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)])
  return [body, { 'content-type': `multipart/form-data; boundary=${boundary}` }]
}
