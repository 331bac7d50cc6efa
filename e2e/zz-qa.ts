import { launchBrowser, newContext, signIn } from './browser.ts'
const base = process.argv[2]!,
  email = process.argv[3]!,
  password = process.argv[4]!,
  tag = process.argv[5]!,
  scheme = (process.argv[6] ?? 'light') as 'light'
const paths = process.argv.slice(7)
const b = await launchBrowser()
const c = await newContext(b, base, { scheme, size: tag.startsWith('p') ? 'phone' : 'desktop' })
const p = await c.newPage()
p.on('console', m => {
  if (m.type() === 'error') console.log('console', m.text().slice(0, 200))
})
p.on('pageerror', e => console.log('pageerror', String(e).slice(0, 300)))
await signIn(p, { email, password })
let i = 0
for (const path of paths) {
  if (path.startsWith('click:')) await p.locator(path.slice(6)).first().click()
  else if (path.startsWith('key:')) await p.keyboard.press(path.slice(4))
  else await p.goto(path)
  await p.waitForTimeout(1800)
  await p.screenshot({ path: `/tmp/qa/${tag}-${i++}.png` })
}
await b.close()
