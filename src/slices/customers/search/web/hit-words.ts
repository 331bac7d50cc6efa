import { defineMessages } from '../../../../ui/i18n/i18n.tsx'
import type { Hit } from '../schema.ts'

export const hitWords = defineMessages({
  en: { contact: 'Contacts', company: 'Companies', order: 'Orders' },
  cs: { contact: 'Kontakty', company: 'Firmy', order: 'Objednávky' },
})

const pages: Record<Hit['kind'], string> = { contact: '/contacts', company: '/companies', order: '/orders' }

export function hitAddress({ kind, id }: Hit): string {
  return `${pages[kind]}/${id}`
}
