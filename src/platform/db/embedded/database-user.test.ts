import { expect, test } from 'vitest'
import { parseAccounts, rankAccounts } from './database-user.ts'

const accounts = parseAccounts(
  [
    'root:x:0:0:root:/root:/bin/bash',
    'daemon:x:1:1::/:/usr/sbin/nologin',
    'mail:x:8:8::/var/mail:/usr/sbin/nologin',
    'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin',
    'ada:x:1000:1001:Ada:/home/ada:/bin/bash',
    '',
  ].join('\n'),
)

test.each([
  ['nobody before accounts of the system, never root or a person', undefined, ['nobody', 'daemon', 'daemon', 'mail']],
  ['a person who owns the data already', { uid: 1000, gid: 1001 }, ['ada', 'nobody', 'daemon', 'daemon', 'mail']],
  ['an owner without an account', { uid: 77, gid: 78 }, ['77', 'nobody', 'daemon', 'daemon', 'mail']],
  ['data that root owns says nothing', { uid: 0, gid: 0 }, ['nobody', 'daemon', 'daemon', 'mail']],
])('%s', (_, owner, names) => {
  expect(rankAccounts(accounts, owner).map(account => account.name)).toEqual(names)
})

test('the group of nobody is taken from its account', () => {
  expect(rankAccounts(accounts, undefined)[0]).toEqual({ name: 'nobody', uid: 65534, gid: 65533 })
})
