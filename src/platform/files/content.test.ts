import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dispositionFor, headLength, mediaTypeOf } from './content.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')

describe('mediaTypeOf', () => {
  it.each([
    ['a photo', latin1('\x89PNG\r\n\x1a\n\0\0\0'), 'photo.png', 'image/png'],
    ['a photo with another name', latin1('\xff\xd8\xff\xe0\0\0'), 'page.html', 'image/jpeg'],
    ['webp', latin1('RIFF\x10\0\0\0WEBPVP8 '), 'x', 'image/webp'],
    ['wav', latin1('RIFF\x10\0\0\0WAVEfmt '), 'x', 'audio/wav'],
    ['mp4', latin1('\0\0\0\x18ftypmp42'), 'x', 'video/mp4'],
    ['pdf', latin1('%PDF-1.7\n'), 'x.txt', 'application/pdf'],
    [
      'a spreadsheet',
      latin1('PK\x03\x04\x14\0'),
      'Book.XLSX',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['an archive', latin1('PK\x03\x04\x14\0'), 'photo.png', 'application/zip'],
    ['an old document', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'a.doc', 'application/msword'],
    ['a table', Buffer.from('name;mail\nŽofie;z@example.com'), 'list.csv', 'text/csv'],
    ['a table of cars', Buffer.from('BMW,ID3,WEBP\n'), 'list.txt', 'text/plain'],
    ['a table from Windows', latin1('name;city\nM\xfcller;K\xf6ln \x80'), 'list.csv', 'text/csv'],
    ['UTF-16 text', Buffer.from('\ufeffahoj', 'utf16le'), 'a.txt', 'text/plain'],
    ['text that calls itself a photo', Buffer.from('hello'), 'photo.png', 'text/plain'],
    ['nothing', Buffer.alloc(0), '', 'text/plain'],
    ['bytes', Buffer.from([1, 2, 3, 255]), 'a.txt', 'application/octet-stream'],
    ['bytes named csv', Buffer.from([0, 0, 0]), 'a.csv', 'application/octet-stream'],
    ['html without its name', Buffer.from(' \n<!DOCTYPE html><p>'), 'photo.png', 'text/html'],
    ['a script tag', Buffer.from('<script>alert(1)</script>'), 'a.txt', 'text/html'],
    ['a comment first', Buffer.from('<!-- x --><svg onload=alert(1)>'), 'a.txt', 'text/html'],
    ['html by its name', Buffer.from('hello'), 'a.html', 'text/html'],
    ['svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">'), 'a.txt', 'image/svg+xml'],
    ['svg after an xml line', Buffer.from('<?xml version="1.0"?>\n<svg>'), 'a', 'image/svg+xml'],
    ['svg by its name', Buffer.from('hello'), 'a.svg', 'image/svg+xml'],
    ['xml', Buffer.from('\ufeff<feed>'), 'a.txt', 'application/xml'],
  ])('%s', (_, head, name, mediaType) => expect(mediaTypeOf(head, name)).toBe(mediaType))

  it('sees text whose last character is cut', () => {
    const head = Buffer.from('ž'.repeat(headLength)).subarray(0, headLength - 1)
    expect(mediaTypeOf(head, 'a.txt')).toBe('text/plain')
  })

  it('never lets a name make bytes inline that are not (attack 20)', () => {
    fc.assert(
      fc.property(fc.constantFrom('<svg onload=x>', '<html>', '<?xml?>', '\0\x01'), fc.string(), (text, name) => {
        expect(dispositionFor(mediaTypeOf(Buffer.from(text), name))).toBe('attachment')
      }),
    )
  })

  it('takes long hostile text in no time (attack 38)', () => {
    const started = performance.now()
    for (const text of ['<?xml'.repeat(1000), `<?xml ${'?'.repeat(4000)}`, `<${'a'.repeat(4000)}`, ' '.repeat(4096)]) {
      mediaTypeOf(Buffer.from(text), `${'.'.repeat(50_000)}x`)
    }
    expect(performance.now() - started).toBeLessThan(100)
  })
})

it.each([
  ['image/png', 'inline'],
  ['image/jpeg', 'inline'],
  ['image/gif', 'inline'],
  ['image/webp', 'inline'],
  ['application/pdf', 'inline'],
  ['text/plain', 'inline'],
  ['image/svg+xml', 'attachment'],
  ['text/html', 'attachment'],
  ['application/xhtml+xml', 'attachment'],
  ['application/xml', 'attachment'],
  ['text/javascript', 'attachment'],
  ['text/csv', 'attachment'],
  ['application/octet-stream', 'attachment'],
  ['TEXT/PLAIN;x', 'attachment'],
])('%s is sent %s', (mediaType, disposition) => expect(dispositionFor(mediaType)).toBe(disposition))
