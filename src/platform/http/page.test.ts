import { expect, test } from 'vitest'
import { html, publicPage } from './page.ts'

test('every value is escaped, in text and in attributes; pieces of html are not escaped twice', () => {
  const name = `<img src=x onerror="alert('1')">&`
  const item = html`<li title="${name}">${name}</li>`
  const escaped = '&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;'
  expect(html`<ul>${[item, false, null]}</ul>`.markup).toBe(`<ul><li title="${escaped}">${escaped}</li></ul>`)
})

test('a page escapes its title and company, and asks for nothing from elsewhere', () => {
  const page = publicPage({ title: '<b>', language: 'cs', company: '"x"', body: html`<p>ok</p>` })
  expect(page).toContain('<title>&#60;b&#62; · &#34;x&#34;</title>')
  expect(page).toContain('<html lang="cs" dir="ltr">')
  expect(page).not.toMatch(/<script|https?:/)
})
