import { PassThrough, type Readable } from 'node:stream'
import { once } from 'node:events'
import { Zip, ZipDeflate } from 'fflate'

export interface ZipEntry {
  name: string
  content: AsyncIterable<Uint8Array>
}

/** A ZIP file as a stream, written as it is read: no entry is held in memory as a whole. */
export function writeZip(entries: AsyncIterable<ZipEntry>): Readable {
  const out = new PassThrough()
  const zip = new Zip((error, chunk, isFinal) => {
    if (error) out.destroy(error)
    else out.write(chunk)
    if (isFinal) out.end()
  })
  void (async () => {
    try {
      for await (const { name, content } of entries) {
        const file = new ZipDeflate(name, { level: 6 })
        zip.add(file)
        for await (const chunk of content) {
          file.push(chunk)
          if (out.writableNeedDrain) await once(out, 'drain')
        }
        file.push(new Uint8Array(0), true)
      }
      zip.end()
    } catch (error) {
      out.destroy(error as Error)
    }
  })()
  return out
}
