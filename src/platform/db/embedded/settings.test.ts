import { expect, test } from 'vitest'
import { renderSettings } from './settings.ts'

test('own settings win over the defaults but not over where the server listens', () => {
  const text = renderSettings('/run', { shared_buffers: '1GB', listen_addresses: '*' })
  expect(text).toContain("shared_buffers = '1GB'\n")
  expect(text).toContain("listen_addresses = ''\n")
  expect(text.match(/^shared_buffers/gm)).toHaveLength(1)
})

test('quotes what postgresql.conf would misread', () => {
  expect(renderSettings(`/a, "b"/it's`, {})).toContain(`unix_socket_directories = '"/a, ""b""/it''s"'\n`)
})
