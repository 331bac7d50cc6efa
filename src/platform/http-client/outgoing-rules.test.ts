import { describe, expect, it } from 'vitest'
import { isAllowedAddress, isAllowedHost, outgoingRules } from './outgoing-rules.ts'
import { guardedConnectHost } from './resolve-host.ts'

describe('outgoingRules', () => {
  const rules = outgoingRules(' Mail.Internal. , 10.1.0.0/16,127.0.0.1 , ::1, fd00::/8, müller.example,')

  it.each([
    ['10.1.2.3', true],
    ['10.2.0.1', false],
    ['127.0.0.1', true],
    ['127.0.0.2', false],
    ['::ffff:10.1.0.1', true],
    ['::1', true],
    ['fd12::1', true],
    ['fe80::1', false],
  ])('address %s: %s', (address, allowed) => expect(isAllowedAddress(rules, address)).toBe(allowed))

  it.each([
    ['mail.internal', true],
    ['MAIL.internal.', true],
    ['other.internal', false],
    ['x.mail.internal', false],
  ])('host %s: %s', (host, allowed) => expect(isAllowedHost(rules, host)).toBe(allowed))

  it.each(['10.0.0.0/33', 'http://x', 'a b', '10.0.0', '127.1', '*.internal', '-x', 'x..y', '1'.repeat(300)])(
    'refuses the entry %s',
    entry => expect(() => outgoingRules(`10.0.0.1,${entry}`)).toThrow(/neither a host name/),
  )
})

describe('guardedConnectHost', () => {
  const zone: Record<string, string[]> = {
    'smtp.example.com': ['8.8.8.8'],
    'both.example.com': ['8.8.8.8', '10.0.0.1'],
    'inside.example.com': ['10.0.0.1'],
    'mapped.example.com': ['::ffff:127.0.0.1'],
    'six.example.com': ['2606:4700::1111'],
    'dual.example.com': ['2606:4700::1111', '8.8.8.8'],
    'mail.internal': ['10.9.9.9'],
  }
  const lookup = async (hostname: string) => {
    if (!zone[hostname]) throw new Error('ENOTFOUND')
    return zone[hostname].map(address => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
  const strict = { ...outgoingRules(''), lookup }
  const open = { ...outgoingRules('mail.internal,10.0.0.1'), lookup }

  it.each([
    'inside.example.com',
    'both.example.com',
    'mapped.example.com',
    'mail.internal',
    'localhost',
    'localhost.',
    'LOCALHOST',
    'x.localhost',
    '127.1',
    '0x7f.1',
    '2130706433',
    '017700000001',
    '①②⑦.0.0.1',
    '127。0。0。1',
    '0',
    '::1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '169.254.169.254',
  ])('refuses %s as private', async host => {
    await expect(guardedConnectHost(host, strict)).rejects.toMatchObject({
      code: 'invalid',
      message: /private or reserved/,
    })
  })

  it.each(['', 'a/b', 'user@host', 'host:25', '[::1]', 'a b', 'a\r\nb', '%31', 'x'.repeat(300), '256.1.1.1'])(
    'refuses "%s" as no host name',
    async host => {
      await expect(guardedConnectHost(host, strict)).rejects.toMatchObject({
        code: 'invalid',
        message: /not a host name/,
      })
    },
  )

  it('says when a host is not found', async () => {
    await expect(guardedConnectHost('nowhere.example.com', strict)).rejects.toMatchObject({ code: 'unavailable' })
  })

  it.each([
    ['smtp.example.com', strict, '8.8.8.8'],
    ['six.example.com', strict, '2606:4700::1111'],
    ['dual.example.com', strict, '8.8.8.8'],
    [' SMTP.example.com ', strict, '8.8.8.8'],
    ['mail.internal', open, '10.9.9.9'],
    ['both.example.com', open, '8.8.8.8'],
    ['10.0.0.1', open, '10.0.0.1'],
    ['localhost', outgoingRules('127.0.0.1'), '127.0.0.1'],
    ['localhost.', outgoingRules('localhost'), '127.0.0.1'],
  ])('gives the address of %s', async (host, rules, address) => {
    expect((await guardedConnectHost(host, rules)).address).toBe(address)
  })
})
