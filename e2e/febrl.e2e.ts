import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from './browser.ts'
import { startSite, type Site } from './site.ts'

const reference = process.env.REFERENCE_DATA ?? join(import.meta.dirname, '../../shared/reference')
const long = 120_000

let site: Site

beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())
afterEach(() => site.requireNoFaults())

async function importFile(page: Page, file: string): Promise<void> {
  await page.goto('/imports')
  await page.locator('input[type=file]').setInputFiles(join(reference, 'febrl', file))
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
  await page.getByRole('button', { name: 'Check file' }).click()
  await page.getByRole('button', { name: /^Import \d/ }).click({ timeout: long })
  await page.getByRole('heading', { name: /^Imported/, level: 2 }).waitFor({ timeout: long })
}

interface Found {
  id: string
  mergedIds: string[]
  handles: { kind: string; normal: string }[]
}

/** How well contacts that are one now are one in truth: rows of the two files with the same number are one person. */
async function quality(): Promise<{ precision: number; recall: number; f1: number }> {
  const groups: Found[] = []
  const ids: string[] = []
  for (let cursor = ''; ;) {
    const { items, nextCursor } = await site.api('GET', `/contacts?limit=200${cursor && `&cursor=${cursor}`}`)
    ids.push(...items.map((item: { id: string }) => item.id))
    if (nextCursor === null) break
    cursor = encodeURIComponent(nextCursor)
  }
  for (let at = 0; at < ids.length; at += 20)
    groups.push(...(await Promise.all(ids.slice(at, at + 20).map(id => site.api<Found>('GET', `/contacts/${id}`)))))
  const entitiesOf = ({ handles }: Found) =>
    handles.flatMap(({ kind, normal }) => (kind === 'external' ? /rec-(\d+)-/.exec(normal)![1]! : []))
  const pairs = (entities: string[]) =>
    [...Map.groupBy(entities, entity => entity).values()].reduce((sum, { length: n }) => sum + (n * (n - 1)) / 2, 0)
  const claimed = groups.reduce((sum, { mergedIds: { length: n } }) => sum + (n * (n + 1)) / 2, 0)
  const right = groups.reduce((sum, group) => sum + pairs(entitiesOf(group)), 0)
  const true_ = pairs(groups.flatMap(entitiesOf))
  const [precision, recall] = [right / claimed, right / true_]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

test.skipIf(!existsSync(reference))(
  'FEBRL4 (REFERENCE_DATA): two files become one set of people and two again',
  async () => {
    const page = await site.open('/imports')
    for (const file of ['dataset4a.csv', 'dataset4b.csv']) await importFile(page, file)
    const exported = async () => (await page.request.get('/api/v1/contacts/export?format=csv&sort=createdAt')).text()
    const before = await exported()
    expect(before.trim().split('\n')).toHaveLength(10_001)

    // What was imported is compared without being asked; the run begins when that is through.
    const found = async () => (await site.api('GET', '/identity/candidates?limit=1&total=true')).total.count
    await expect.poll(found, { timeout: long }).toBeGreaterThan(4500)

    await page.goto('/identity')
    const began = Date.now()
    await page.getByRole('button', { name: 'Find duplicates' }).first().click()
    await expect
      .poll(async () => (await site.api('GET', '/identity/runs?limit=1')).items[0]?.status, { timeout: long })
      .toBe('done')
    await page.getByRole('button', { name: 'Join all…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Join all pairs that are sure enough' })
    await dialog.getByText('From 99% on').waitFor()
    await dialog.getByRole('button', { name: /^Join [\d,]+ pairs$/ }).click()
    await page.getByText(/^[\d,]+ contacts joined\.$/).waitFor({ timeout: long })
    expect(Date.now() - began).toBeLessThan(60_000)

    const { precision, f1 } = await quality()
    expect(f1).toBeGreaterThanOrEqual(0.99)
    expect(precision).toBeGreaterThanOrEqual(0.99)

    await page.goto('/identity/matching')
    await page.getByRole('button', { name: 'Undo joins from here on' }).click()
    await page.getByText(/^[\d,]+ joins undone\.$/).waitFor({ timeout: long })
    expect(await exported()).toBe(before)
    await page.context().close()
  },
  5 * long,
)
