import { crc32, deflateSync } from 'node:zlib'

const [width, height] = [320, 200]

/** A PNG of woven linen in one colour. */
export function linenSwatch([red, green, blue]: [number, number, number]): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const thread = (x >> 1) % 2 === (y >> 1) % 2 ? 10 : -8
      const slub = ((x * 7919 + (y >> 2) * 104_729) % 13) - 6
      const at = y * (1 + width * 3) + 1 + x * 3
      rows[at] = red + thread + slub
      rows[at + 1] = green + thread + slub
      rows[at + 2] = blue + thread + slub
    }
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(content))
  return Buffer.concat([length, content, check])
}
