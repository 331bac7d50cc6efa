import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { axe, type Page } from './browser.ts'
import { startSite, type Site } from './site.ts'

let site: Site
const day = 86_400_000

beforeAll(async () => {
  site = await startSite()
  const tasks = { 'Call back': -2, 'Send the offer': 1, 'Thank for the referral': 3 }
  for (const [title, days] of Object.entries(tasks))
    await site.api('POST', '/tasks', { title, dueAt: new Date(Date.now() + days * day).toISOString() })
})
afterAll(() => site.close())
afterEach(() => site.requireNoFaults())

const column = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const dueOf = async (title: string) => {
  const { items } = await site.api('GET', `/tasks?q=${encodeURIComponent(title)}`)
  return items[0]
}

/** Lifts a card by its handle and takes it to a column, from one to the next, as the screen reader is told. */
async function carry(page: Page, title: string, to: string) {
  const handle = page.getByRole('button', { name: `Move ${title}` })
  await handle.waitFor()
  const headings = page.getByRole('region').getByRole('heading', { level: 2 })
  const names = (await headings.allTextContents()).map(name => name.replace(/ \d+$/, ''))
  const home = page.getByRole('region').filter({ has: handle }).getByRole('heading', { level: 2 })
  const from = names.indexOf((await home.textContent())!.replace(/ \d+$/, ''))
  const step = names.indexOf(to) > from ? 1 : -1
  await handle.focus()
  await page.keyboard.press('Space')
  for (let at = from; ; at += step) {
    await page.getByText(`${title} is over ${names[at]}.`).waitFor({ state: 'attached' })
    if (names[at] === to) break
    await page.keyboard.press(step > 0 ? 'ArrowRight' : 'ArrowLeft')
  }
  await page.keyboard.press('Space')
  await page.getByText(`${title} moved to ${to}.`).waitFor({ state: 'attached' })
}

test('tasks are shown as a board, which the address remembers', async () => {
  const page = await site.open('/tasks')
  await page.getByText('Call back').waitFor()
  await page.getByText('Board', { exact: true }).click()
  await column(page, 'Overdue').getByText('Call back').waitFor()
  await column(page, 'Tomorrow').getByText('Send the offer').waitFor()
  expect(page.url()).toContain('show=board')
  expect(await axe(page)).toEqual([])
  await page.context().close()
})

test('a card is dragged to another day, and the move is undone', async () => {
  const page = await site.open('/tasks?show=board')
  const card = column(page, 'Overdue').getByText('Call back')
  await card.waitFor()
  const before = await dueOf('Call back')
  const [from, to] = [await card.boundingBox(), await column(page, 'Today').boundingBox()]
  await page.mouse.move(from!.x + 10, from!.y + 8)
  await page.mouse.down()
  await page.mouse.move(from!.x + 40, from!.y + 20, { steps: 4 })
  await page.mouse.move(to!.x + 60, to!.y + 120, { steps: 8 })
  await page.mouse.up()
  await column(page, 'Today').getByText('Call back').waitFor()
  await expect.poll(async () => (await dueOf('Call back')).dueAt > before.dueAt).toBe(true)
  await page.getByRole('button', { name: 'Undo' }).click()
  await column(page, 'Overdue').getByText('Call back').waitFor()
  await expect.poll(async () => (await dueOf('Call back')).dueAt).toBe(before.dueAt)
  await page.context().close()
})

test('by keyboard a card goes from column to column, over the one that takes none, and says where it is', async () => {
  const page = await site.open('/tasks?show=board')
  const before = await dueOf('Send the offer')
  await carry(page, 'Send the offer', 'Today')
  await column(page, 'Today').getByText('Send the offer').waitFor()
  await expect.poll(async () => (await dueOf('Send the offer')).dueAt < before.dueAt).toBe(true)
  await page.context().close()
})

test('put among what is done a task is completed, and taken from there it is open again', async () => {
  const page = await site.open('/tasks?show=board')
  await carry(page, 'Thank for the referral', 'Done this week')
  await column(page, 'Done this week').getByText('Thank for the referral').waitFor()
  await expect.poll(async () => (await dueOf('Thank for the referral')).doneAt).not.toBeNull()
  await carry(page, 'Thank for the referral', 'Without a date')
  await column(page, 'Without a date').getByText('Thank for the referral').waitFor()
  await expect.poll(() => dueOf('Thank for the referral')).toMatchObject({ doneAt: null, dueAt: null })
  await page.context().close()
})
