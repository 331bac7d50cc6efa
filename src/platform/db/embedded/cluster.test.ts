import { expect, test } from 'vitest'
import { explain } from './cluster.ts'

test.each([
  [
    'initdb: error: could not create directory "/x": Permission denied\n',
    'could not create directory "/x": Permission denied',
  ],
  ['LOG:  starting\n2026-01-01 UTC [7] FATAL:  lock file exists\nLOG:  off\n', 'lock file exists'],
  [
    'PANIC:  could not write to file "x": No space left on device\n',
    'the disk is full; free some space and start again',
  ],
  [
    'LOG:  unrecognized configuration parameter "x" in file "y" line 7\nFATAL:  configuration file "y" contains errors\n',
    'unrecognized configuration parameter "x" in file "y" line 7; configuration file "y" contains errors',
  ],
  ['./postgres: not found\n', './postgres: not found'],
  ['', 'no reason was given'],
])('%j is explained as %j', (output, reason) => {
  expect(explain(output)).toBe(reason)
})
