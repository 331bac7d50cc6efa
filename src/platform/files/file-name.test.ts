import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentDisposition, safeFileName } from './file-name.ts'

describe('safeFileName (attack 22)', () => {
  it.each([
    ['invoice 2026.pdf', 'invoice 2026.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\b.txt', 'b.txt'],
    ['a\0.png', 'a.png'],
    ['a\r\nSet-Cookie: x=1.png', 'aSet-Cookie_ x=1.png'],
    ['photo\u202egnp.exe', 'photognp.exe'],
    ['\u2066x\u2069.txt', 'x.txt'],
    ['..', 'file'],
    ['/', 'file'],
    ['', 'file'],
    [' . ', 'file'],
    ['.htaccess', 'htaccess'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['console.log', 'console.log'],
    ['a<b>:"|?*.txt', 'a_b______.txt'],
    ['trailing. . ', 'trailing'],
    ['příloha – č. 1.pdf', 'příloha – č. 1.pdf'],
    ['画像.png', '画像.png'],
    ['👩‍🔬.png', '👩‍🔬.png'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(146)}.pdf`],
    ['\ud800.txt', '\ufffd.txt'],
  ])('%j becomes %j', (name, safe) => expect(safeFileName(name)).toBe(safe))

  it('holds for any text, and a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), name => {
        const safe = safeFileName(name)
        expect(safe).not.toBe('')
        expect(safe).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069<>:"|?*]/u)
        expect([...safe].length).toBeLessThanOrEqual(151)
        expect(safe.startsWith('.')).toBe(false)
        expect(safeFileName(safe)).toBe(safe)
      }),
      { numRuns: 300 },
    )
  })
})

it('takes a name of 50,000 characters in no time (attack 38)', () => {
  const started = performance.now()
  for (const part of ['.', ' ', '. ', 'a', '\u202e', '../', 'ﷺ'])
    contentDisposition('inline', part.repeat(50_000 / part.length) + 'x')
  expect(performance.now() - started).toBeLessThan(100)
})

describe('contentDisposition', () => {
  it.each([
    ['a b.pdf', `inline; filename="a b.pdf"; filename*=UTF-8''a%20b.pdf`],
    ['příloha.pdf', `inline; filename="priloha.pdf"; filename*=UTF-8''p%C5%99%C3%ADloha.pdf`],
    ["it's (1)!.txt", `inline; filename="it's (1)!.txt"; filename*=UTF-8''it%27s%20%281%29!.txt`],
    ['100%.txt', `inline; filename="100_.txt"; filename*=UTF-8''100%25.txt`],
    ['"; filename="x.exe', `inline; filename="_; filename=_x.exe"; filename*=UTF-8''_%3B%20filename%3D_x.exe`],
  ])('%s', (name, header) => expect(contentDisposition('inline', name)).toBe(header))

  it('is one header line of ASCII for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), name => {
        expect(contentDisposition('attachment', name)).toMatch(
          /^attachment; filename="[\x20\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[\w%!~.-]+$/,
        )
      }),
      { numRuns: 300 },
    )
  })
})
