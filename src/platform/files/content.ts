/** Only signatures that no text starts with, but for those that are text themselves. */
const signatures: [mediaType: string, at: number, bytes: string][] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/avif', 4, 'ftypavif'],
  ['image/heic', 4, 'ftypheic'],
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['application/pdf', 0, '%PDF-'],
  ['application/gzip', 0, '\x1f\x8b'],
  ['application/zip', 0, 'PK\x03\x04'],
  ['application/zip', 0, 'PK\x05\x06'],
  ['application/vnd.rar', 0, 'Rar!\x1a\x07'],
  ['application/x-7z-compressed', 0, '7z\xbc\xaf\x27\x1c'],
  ['application/x-ole-storage', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['audio/mpeg', 0, 'ID3\x03'],
  ['audio/mpeg', 0, 'ID3\x04'],
  ['audio/mpeg', 0, '\xff\xfb'],
  ['audio/ogg', 0, 'OggS'],
  ['video/quicktime', 4, 'ftypqt'],
  ['video/mp4', 4, 'ftyp'],
  ['video/webm', 0, '\x1a\x45\xdf\xa3'],
  ['application/postscript', 0, '%!PS'],
]

/** Containers and plain text, told apart further by the file's name. */
const byExtension: Record<string, Record<string, string>> = {
  'application/zip': {
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    odt: 'application/vnd.oasis.opendocument.text',
    ods: 'application/vnd.oasis.opendocument.spreadsheet',
    odp: 'application/vnd.oasis.opendocument.presentation',
    epub: 'application/epub+zip',
  },
  'application/x-ole-storage': {
    doc: 'application/msword',
    xls: 'application/vnd.ms-excel',
    ppt: 'application/vnd.ms-powerpoint',
    msg: 'application/vnd.ms-outlook',
  },
  'text/plain': {
    csv: 'text/csv',
    tsv: 'text/tab-separated-values',
    json: 'application/json',
    vcf: 'text/vcard',
    ics: 'text/calendar',
    eml: 'message/rfc822',
    md: 'text/markdown',
    css: 'text/css',
    js: 'text/javascript',
    mjs: 'text/javascript',
    htm: 'text/html',
    html: 'text/html',
    xhtml: 'application/xhtml+xml',
    svg: 'image/svg+xml',
    xml: 'application/xml',
  },
}

/** Kinds that a browser shows without running anything in them. */
const shownInline = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain'])

/** How many bytes of a file `mediaTypeOf` wants to see. */
export const headLength = 4096

/** The media type of a file by its first bytes; its name only chooses among what those bytes can be. */
export function mediaTypeOf(head: Uint8Array, name: string): string {
  const bytes = Buffer.from(head).toString('latin1')
  const kind =
    signatures.find(([, at, signature]) => bytes.startsWith(signature, at))?.[0] ??
    riffTypeOf(bytes) ??
    textTypeOf(head)
  return byExtension[kind]?.[extensionOf(name)] ?? kind
}

export function dispositionFor(mediaType: string): 'inline' | 'attachment' {
  return shownInline.has(mediaType) ? 'inline' : 'attachment'
}

function riffTypeOf(bytes: string): string | undefined {
  if (!bytes.startsWith('RIFF')) return undefined
  return { WEBP: 'image/webp', WAVE: 'audio/wav', 'AVI ': 'video/x-msvideo' }[bytes.slice(8, 12)]
}

function textTypeOf(head: Uint8Array): string {
  const text = decodeText(head)
  if (text === null) return 'application/octet-stream'
  const start = text.trimStart().slice(0, 1000).toLowerCase()
  if (/^<(!--|(!doctype html|html|head|body|script|iframe|style|title|h1|div|table|a|img|br|p|b)\b)/.test(start))
    return 'text/html'
  if (/^(<\?xml[^>]*>\s*)?(<!doctype svg[^>]*>\s*)?<svg\b/.test(start)) return 'image/svg+xml'
  if (/^<(\?xml|[a-z_][\w:.-]*[\s/>])/.test(start)) return 'application/xml'
  return 'text/plain'
}

/** The bytes as text, or null when they cannot be: any text has a few kinds of control characters at most. */
function decodeText(head: Uint8Array): string | null {
  const text = decode(head)
  return /(?![\t-\r])\p{Cc}/u.test(text) ? null : text
}

/** By the byte order mark, else UTF-8, else the Windows encoding. A character cut at the end of the head is forgiven. */
function decode(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(head)
  }
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}
