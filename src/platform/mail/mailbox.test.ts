import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkMailbox, parseMailbox } from './mailbox.ts'

describe('checkMailbox (attack 16)', () => {
  it.each([
    ['Eve\r\nBcc: all@example.com', 'eve@example.com', 'from.name'],
    ['Eve\nX', 'eve@example.com', 'from.name'],
    ['Eve\0', 'eve@example.com', 'from.name'],
    ['Eve\u0085', 'eve@example.com', 'from.name'],
    ['Eve\u2028', 'eve@example.com', 'from.name'],
    [null, 'eve@example.com\r\nRCPT TO:<x@example.com>', 'from.address'],
    [null, 'eve@example.com\n', 'from.address'],
    [null, 'eve@example.com,x@example.com', 'from.address'],
    [null, 'eve@example.com;x@example.com', 'from.address'],
    [null, '<eve@example.com>', 'from.address'],
    [null, 'eve @example.com', 'from.address'],
    [null, 'eve', 'from.address'],
    [null, 'eve@', 'from.address'],
    [null, '@example.com', 'from.address'],
    [null, 'a@b@c', 'from.address'],
    [null, '"a b"@example.com', 'from.address'],
    [null, `${'x'.repeat(65)}@example.com`, 'from.address'],
    [null, '', 'from.address'],
  ])('refuses %j <%j> and names %s', (name, address, path) => {
    expect(() => checkMailbox('from', { name, address })).toThrow(
      expect.objectContaining({ code: 'invalid', details: { fields: [expect.objectContaining({ path })] } }),
    )
  })

  it.each([
    ['Žofie "Zo" Nová, PhD. <x>', 'zofie@example.com'],
    ['Tab\there', 'o.brien+tag@mail.example.co.uk'],
    [null, 'ž@příklad.cz'],
  ])('accepts %s <%s>', (name, address) => expect(() => checkMailbox('from', { name, address })).not.toThrow())
})

describe('parseMailbox', () => {
  it.each([
    ['a@example.com', { name: null, address: 'a@example.com' }],
    [' a@example.com ', { name: null, address: 'a@example.com' }],
    ['<a@example.com>', { name: null, address: 'a@example.com' }],
    ['Rapport <a@example.com>', { name: 'Rapport', address: 'a@example.com' }],
    ['"Nová, Žofie \\"Zo\\"" <a@example.com> ', { name: 'Nová, Žofie "Zo"', address: 'a@example.com' }],
    ['Rapport <a@example.com', null],
    ['Rapport a@example.com', null],
    ['A <a@example.com>, B <b@example.com>', null],
    ['A\n<a@example.com>', null],
    ['', null],
  ])('%j', (text, mailbox) => expect(parseMailbox(text)).toEqual(mailbox))

  it('accepts nothing that checkMailbox refuses', () => {
    const parts = fc.array(fc.constantFrom('a', '@', '.', '<', '>', '"', ' ', '\\', ',', '\r\n', '\0', 'example.com'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(parts, list => {
        const mailbox = parseMailbox(list.join(''))
        if (mailbox) checkMailbox('from', mailbox)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes 50,000 hostile characters in no time (attack 38)', () => {
    const started = performance.now()
    for (const part of ['<', '>', '"', '\\', ' ', '@', 'a', '<a@']) parseMailbox(part.repeat(50_000) + '\n')
    expect(performance.now() - started).toBeLessThan(100)
  })
})
