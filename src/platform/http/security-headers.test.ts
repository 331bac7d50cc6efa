import { expect, test } from 'vitest'
import { createTestApp } from '../../testing/test-app.ts'

test('every kind of answer carries the security headers', async () => {
  const t = await createTestApp()
  for (const [url, status] of [
    ['/health/live', 200],
    ['/api/v1/contacts', 401],
    ['/api/v1/nothing', 404],
  ] as const) {
    const { statusCode, headers } = await t.server.inject(url)
    expect(statusCode).toBe(status)
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'self'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'SAMEORIGIN',
      'x-request-id': expect.any(String),
    })
  }
  await t.close()
})
