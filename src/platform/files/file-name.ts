/** Characters that reorder or hide text, with which `exe.gpj` is made to look like `gpj.exe`. */
const invisible = /[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g
const maxLength = 150

/** A name that any system can save: no path, no control characters, no tricks of direction; never empty. */
export function safeFileName(name: string): string {
  const clean = name
    .slice(-2000)
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .replace(invisible, '')
    .normalize('NFC')
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
  const short = shortened(clean).replace(/[. ]{1,150}$/, '')
  if (short === '') return 'file'
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short) ? `_${short}` : short
}

function shortened(name: string): string {
  const characters = [...name]
  if (characters.length <= maxLength) return name
  const dot = characters.lastIndexOf('.')
  const extension = dot > 0 && characters.length - dot <= 12 ? characters.slice(dot) : []
  return [...characters.slice(0, maxLength - extension.length), ...extension].join('')
}

/** A Content-Disposition header (RFC 6266): the exact name for today's browsers, an ASCII one for the rest. */
export function contentDisposition(disposition: 'inline' | 'attachment', name: string): string {
  const safe = safeFileName(name)
  const ascii = safe
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\x20-\x7e]|[%"\\]/g, '_')
    .trim()
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${disposition}; filename="${ascii || 'file'}"; filename*=UTF-8''${encoded}`
}
