import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyWithPseudoLanguages } from '../scripts/words/pseudo-language.ts'
import { webSlices } from '../src/app/web/screens.ts'
import { newContext, type Page } from './browser.ts'
import { startSite, type Site } from './site.ts'

/** Greek and Hebrew are spoken by the browser and written in other letters: what is in Latin ones is no text of ours. */
const [leftToRight, rightToLeft] = ['el', 'he'] as const

let copy: string
let site: Site
const ids: Record<string, string> = {}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'rapport-pseudo-'))
  await copyWithPseudoLanguages(copy, [leftToRight, rightToLeft])
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { cwd: copy, stdio: 'pipe' })
  site = await startSite({}, join(copy, 'src/app/cli.ts'))
  await site.api('PATCH', '/settings', { locale: leftToRight, name: 'Фирма' })
  await speak(leftToRight)
  const { id: contactId } = await site.api<{ id: string }>('POST', '/contacts', {
    name: 'Жанна 1',
    email: 'x1@example.com',
  })
  ids['contacts'] = contactId
  ids['companies'] = (await site.api('POST', '/companies', { name: 'Фирма 1', domain: 'example.com' })).id
  ids['tasks'] = (await site.api('POST', '/tasks', { contactId, title: 'Дело 1' })).id
  await site.api('POST', '/notes', { contactId, body: 'Слово 1', isPinned: true })
  const order = { source: 'x', sourceId: '1', contactId, amount: 12_300, currency: 'EUR', number: '1' }
  ids['orders'] = (await site.api('POST', '/orders', order)).id
  const request = { kind: 'access', askedBy: 'Жанна 1', contactId }
  ids['settings/privacy/requests'] = (await site.api('POST', '/privacy/requests', request)).id
  ids['settings/sources'] = (await site.api('POST', '/collect/sources', { name: 'Сайт 1' })).id
  const field = { key: 'name', kind: 'name', label: { en: '1' } }
  const form = { name: 'Анкета 1', fields: [field], settings: { title: { en: '1' } } }
  ids['forms'] = (await site.api('POST', '/forms', form)).id
  // A kind that needs nothing but a name is made by it.
  for (const { path } of screens) {
    const table = /^\/([\w-]+)\/\$id$/.exec(path)?.[1]
    if (table && table !== 'imports') ids[table] ??= (await site.api('POST', `/${table}`, { name: 'Вещь 1' })).id
  }
}, 240_000)
afterAll(async () => {
  await site?.close()
  await rm(copy, { recursive: true, force: true })
})

const speak = (locale: string) => site.api('PATCH', '/profile', { locale })

/** Every screen, those of one record with one that was made for it. */
const screens = webSlices.flatMap(slice => slice.screens ?? []).filter(({ isPublic }) => !isPublic)
const addresses = () =>
  screens.flatMap(({ path }) => {
    // There is an import only with a file; its own journey shows it.
    if (!path.includes('$') || path === '/imports/$id') return path.includes('$') ? [] : [path]
    const id = ids[path === '/contacts/$id/privacy' ? 'contacts' : path.replace(/\/\$\w+$/, '').slice(1)]
    if (!id) throw new Error(`Make a record for ${path}`)
    return [path.replace(/\$\w+/, id)]
  })

/** What is the same in every language: names, codes, addresses. */
const same =
  /https?:\/\/\S+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\S+@\S+|[\w-]+(\.[\w-]+)+|\b[a-z-]+:[a-z-]+\b|\b[A-Z]{2,}\b|[A-Z]\w+\/[A-Z]\w+|Rapport|Olga Owner|\b[a-zA-Z]+: [\w-]+|\b[a-z]+: |\bnode\b|Čeština|English|JSON Lines|vCard/g

/** Words in plain Latin letters that people see or are read out, with where they stand. */
async function latinWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const isShown = (element: Element) =>
      element.getClientRects().length > 0 && !element.closest('code, kbd, pre, [aria-hidden=true], [lang]:not(html)')
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      if (parentElement && isShown(parentElement)) found.push(textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]'))
      if (isShown(element))
        for (const name of ['aria-label', 'placeholder', 'title']) found.push(element.getAttribute(name) ?? '')
    return found
  })
  return texts.filter(text => /[A-Za-z]{3,}/.test(text.replaceAll(same, '')))
}

async function walk(size: 'desktop' | 'phone', look: (page: Page) => Promise<string[]>): Promise<string[]> {
  const page = await site.open('/', { size })
  const found: string[] = []
  for (const address of addresses()) {
    await page.goto(address)
    await page.locator('main#main h1').first().waitFor()
    await page.waitForTimeout(400)
    for (const fault of await look(page)) found.push(`${address}: ${fault}`)
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
      found.push(`${address}: wider than the screen`)
  }
  await page.context().close()
  return found
}

test.each(['desktop', 'phone'] as const)(
  'on a %s every screen speaks it, and has the room',
  { timeout: 300_000 },
  async size => {
    await speak(leftToRight)
    expect(await walk(size, latinWords)).toEqual([])
  },
)

test('from right to left nothing is wider than the screen either', { timeout: 300_000 }, async () => {
  await speak(rightToLeft)
  const direction = async (page: Page) =>
    (await page.evaluate(() => document.documentElement.dir)) === 'rtl' ? [] : ['is written from left to right']
  expect(await walk('phone', direction)).toEqual([])
  await speak(leftToRight)
})

test('signed out it is that of the browser', { timeout: 120_000 }, async () => {
  const context = await newContext(site.browser, site.app.url, { locale: leftToRight })
  const page = await context.newPage()
  const found: string[] = []
  for (const { path } of webSlices.flatMap(slice => slice.screens ?? []).filter(({ isPublic }) => isPublic)) {
    await page.goto(path.replace(/\$\w+/, 'x'))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForTimeout(400)
    for (const fault of await latinWords(page)) found.push(`${path}: ${fault}`)
  }
  expect(found).toEqual([])
  await context.close()
})

test('mails and the pages they lead to speak it', async () => {
  await site.api('POST', '/members/invitations', { email: 'x2@example.com', role: 'member', teamIds: [] })
  await site.api('POST', `/contacts/${ids['contacts']}/claims`, { kind: 'email', value: 'x1@example.com' })
  const { items } = await site.api<{ items: { id: string }[] }>('GET', '/outbox?limit=20')
  expect(items.length).toBeGreaterThanOrEqual(2)
  for (const { id } of items) {
    const mail = await site.api<{ subject: string; text: string }>('GET', `/outbox/${id}`)
    for (const text of [mail.subject, mail.text])
      expect(text.replaceAll(same, '').replaceAll(/[A-Za-z0-9_-]{20,}/g, '')).not.toMatch(/[A-Za-z]{3,}/)
    for (const [link] of mail.text.matchAll(/https?:\/\/\S+\/claims\/\S+/g)) {
      const page = await (await fetch(link, { headers: { 'accept-language': leftToRight } })).text()
      expect(page).toContain(`<html lang="${leftToRight}" dir="ltr">`)
      const body = page.slice(page.indexOf('<main>')).replaceAll(/<[^>]*>/g, ' ')
      expect(body.replaceAll(same, '')).not.toMatch(/[A-Za-z]{3,}/)
    }
  }
})
