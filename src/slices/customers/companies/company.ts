import { domainToASCII, domainToUnicode } from 'node:url'
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'
import { defineAbsence, invalidField } from '../../../kernel/errors.ts'
import { defineMessages, defineText, say, stored } from '../../../kernel/messages.ts'
import { clip, fold } from '../../../kernel/text.ts'
import { foldedName } from '../../../platform/record/given-name.ts'

const words = defineMessages('companies.companies-company', {
  notDomain: '“{value}” is not a domain. Use one such as example.com.',
})

/** The name of a company of which nothing is known. */
export const noName = stored(defineText('companies.name.none', 'No name'))

export const noCompany = defineAbsence('companies.no-company', 'company')

/** The bare domain in what was given (an address, an e-mail, a host), lower case and in ASCII; null for nothing. */
export function normalizeDomain(given: string | null | undefined): string | null {
  const text = given?.trim() ?? ''
  if (text === '') return null
  const host = text
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .split(/[/?#\\]/)[0]!
    .replace(/^.*@/, '')
    .replace(/:\d*$/, '')
    .replace(/\.$/, '')
  const domain = domainToASCII(host).replace(/^www\.(?=.+\.)/, '')
  if (domain.length > 253 || !/^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+(xn--[a-z0-9-]+|[a-z]{2,63})$/.test(domain)) {
    throw invalidField('domain', say(words, 'notDomain', { value: clip(text, 80) }))
  }
  return domain
}

/** E.164 where the number can be read as of `country`, else as it was given. */
export function normalizePhone(given: string | null | undefined, country: string): string | null {
  const text = given?.trim() ?? ''
  if (text === '') return null
  const phone = parsePhoneNumberFromString(text, country as CountryCode)
  return phone?.isPossible() ? phone.number : text
}

/** What a company is found by: its name, domain (as written in its own script too) and phone. */
export function searchText(company: { name: string; domain: string | null; phone: string | null }): string {
  const domains = company.domain === null ? [] : [company.domain, fold(domainToUnicode(company.domain))]
  const texts = new Set([foldedName(company.name), ...domains, ...(company.phone === null ? [] : [company.phone])])
  return clip([...texts].join(' '), 4000)
}
