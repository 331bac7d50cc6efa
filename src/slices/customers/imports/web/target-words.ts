import { useLocale } from '../../../../ui/i18n/i18n.tsx'

// The server names targets in English; these are the others' words for them.
const czech: Record<string, string> = {
  amount: 'Částka', author: 'Autor', birthday: 'Narozeniny', body: 'Text', city: 'Město', company: 'Název firmy', companyDomain: 'Doména firmy', companyId: 'Id firmy v jiném systému',
  contactEmail: 'E-mail kontaktu', contactId: 'Id kontaktu v jiném systému', contactName: 'Jméno kontaktu', contactPhone: 'Telefon kontaktu', country: 'Země', createdAt: 'Vytvořeno', currency: 'Měna',
  customerCountry: 'Země zákazníka', customerEmail: 'E-mail zákazníka', customerFirstName: 'Křestní jméno zákazníka', customerId: 'Id zákazníka v jiném systému', customerLastName: 'Příjmení zákazníka',
  customerName: 'Jméno zákazníka', customerPhone: 'Telefon zákazníka', domain: 'Doména', email: 'E-mail', employees: 'Zaměstnanci', externalId: 'Id v jiném systému', firstName: 'Křestní jméno',
  'handle.identifier': 'Identifikátor', 'handle.loyalty-card': 'Věrnostní karta', 'handle.website': 'Web', industry: 'Obor', itemAmount: 'Položka: částka', itemName: 'Položka: název',
  itemQuantity: 'Položka: množství', itemSku: 'Položka: kód', itemUnitAmount: 'Položka: jednotková cena', jobTitle: 'Pozice', language: 'Jazyk', lastName: 'Příjmení', lifecycle: 'Životní cyklus',
  name: 'Název nebo jméno', note: 'Poznámka', number: 'Číslo objednávky', owner: 'Vlastník', parent: 'Mateřská firma', phone: 'Telefon', placedAt: 'Datum', postalCode: 'PSČ', quantity: 'Množství',
  region: 'Kraj', returnOf: 'Číslo vrácené objednávky', returnReason: 'Důvod vrácení', status: 'Stav', street: 'Ulice', tags: 'Štítky', timeZone: 'Časové pásmo', title: 'Titulek', website: 'Web',
}

/** The name of a target in the reader's language. */
export function useTargetName(): (target: { key: string; label: string }) => string {
  const locale = useLocale()
  return ({ key, label }) => (locale === 'cs' ? (czech[key] ?? label) : label)
}
