import { defineMessages, say } from '../../../../kernel/messages.ts'
import { companyReaders } from '../../companies/import/public.ts'
import { personReaders, type ContactDraft } from '../../contacts/import/public.ts'
import { clip, headings, idWords, toLine, type Report, type RowRules, type TargetColumn } from '../../imports/public.ts'
import { readAmount, readCode, readCurrency, readPlacedAt, readQuantity, readStatus } from './readers.ts'
import type { RawOrder } from './row.ts'

const labels = defineMessages('orders.import', {
  number: 'Order number',
  externalId: 'Id in the other system',
  placedAt: 'Date',
  amount: 'Amount',
  currency: 'Currency',
  quantity: 'Quantity',
  status: 'Status',
  customerId: 'Customer id in the other system',
  customerEmail: 'Customer e-mail',
  customerPhone: 'Customer phone',
  customerName: 'Customer name',
  customerFirstName: 'Customer first name',
  customerLastName: 'Customer last name',
  customerCountry: 'Customer country',
  company: 'Company name',
  itemSku: 'Item: SKU',
  itemName: 'Item: name',
  itemQuantity: 'Item: quantity',
  itemUnitAmount: 'Item: unit price',
  itemAmount: 'Item: amount',
  returnReason: 'Reason of the return',
  returnOf: 'Returned order number',
})

const ofCustomer =
  (
    read: (customer: ContactDraft, text: string, report: Report, rules: RowRules) => void,
  ): TargetColumn<RawOrder>['read'] =>
  ({ customer }, text, report, rules) =>
    read(customer, text, report, rules)

export const orderColumns: TargetColumn<RawOrder>[] = [
  {
    key: 'number',
    label: say(labels, 'number'),
    synonyms: headings(
      'number|order|order number|order no|order nr|order name|order id|orderid|invoice|invoice number|invoice no|invoice id|invoiceno|transaction|transaction id|receipt|receipt number|objednavka|cislo objednavky|faktura|cislo faktury|doklad|bestellung|bestellnummer|auftrag|auftragsnummer|rechnung|rechnungsnummer',
    ),
    read: readCode('number'),
  },
  {
    key: 'externalId',
    label: say(labels, 'externalId'),
    synonyms: headings(idWords),
    read: readCode('externalId'),
  },
  {
    key: 'placedAt',
    label: say(labels, 'placedAt'),
    holds: 'date',
    synonyms: headings(
      'date|placed at|order date|ordered at|orderdate|invoice date|invoicedate|purchase date|purchased at|transaction date|sale date|paid at|ts|time|timestamp|datetime|datum|datum objednavky|datum nakupu|datum vystaveni|bestelldatum|kaufdatum|rechnungsdatum|auftragsdatum|created|created at|date created',
    ),
    read: readPlacedAt,
  },
  {
    key: 'amount',
    label: say(labels, 'amount'),
    holds: 'number',
    synonyms: headings(
      'amount|total|order total|grand total|total amount|total price|order amount|order value|revenue|sales|value|sum|turnover|castka|celkem|cena celkem|hodnota|betrag|gesamt|gesamtbetrag|summe|umsatz',
    ),
    read: readAmount('amount'),
  },
  {
    key: 'currency',
    label: say(labels, 'currency'),
    synonyms: headings('currency|currency code|mena|wahrung'),
    read: readCurrency,
  },
  {
    key: 'quantity',
    label: say(labels, 'quantity'),
    holds: 'number',
    synonyms: headings(
      'qty|quantity|items|item count|pieces|units|total quantity|mnozstvi|pocet kusu|ks|menge|anzahl|stuckzahl',
    ),
    read: readQuantity('quantity'),
  },
  {
    key: 'status',
    label: say(labels, 'status'),
    synonyms: headings('status|order status|state|financial status|stav|stav objednavky|bestellstatus'),
    read: readStatus,
  },
  {
    key: 'customerId',
    label: say(labels, 'customerId'),
    synonyms: headings(
      'customer id|customerid|customer|customer number|customer no|client id|client|user id|buyer id|contact id|id zakaznika|cislo zakaznika|zakaznik|kundennummer|kunden id|kundennr|kunde',
    ),
    read: ofCustomer(personReaders.id),
  },
  {
    key: 'customerEmail',
    label: say(labels, 'customerEmail'),
    synonyms: headings(
      'email|e mail|mail|customer email|email address|e mail address|buyer email|billing email|e mail zakaznika|email zakaznika|kunden email|e mail adresse',
    ),
    read: ofCustomer(personReaders.email),
  },
  {
    key: 'customerPhone',
    label: say(labels, 'customerPhone'),
    synonyms: headings(
      'phone|phone number|customer phone|billing phone|mobile|telefon|telefon zakaznika|telefonnummer',
    ),
    read: ofCustomer(personReaders.phone),
  },
  {
    key: 'customerName',
    label: say(labels, 'customerName'),
    synonyms: headings(
      'name|customer name|full name|buyer name|buyer|billing name|contact name|jmeno zakaznika|jmeno a prijmeni|kundenname',
    ),
    read: ofCustomer(personReaders.name),
  },
  {
    key: 'customerFirstName',
    label: say(labels, 'customerFirstName'),
    synonyms: headings('first name|firstname|customer first name|billing first name|jmeno|vorname'),
    read: ofCustomer(personReaders.firstName),
  },
  {
    key: 'customerLastName',
    label: say(labels, 'customerLastName'),
    synonyms: headings('last name|lastname|surname|customer last name|billing last name|prijmeni|nachname'),
    read: ofCustomer(personReaders.lastName),
  },
  {
    key: 'customerCountry',
    label: say(labels, 'customerCountry'),
    synonyms: headings('country|country code|customer country|billing country|shipping country|zeme|stat|land'),
    read: ofCustomer(personReaders.country),
  },
  {
    key: 'company',
    label: say(labels, 'company'),
    synonyms: headings(
      'company|company name|billing company|account|account name|organisation|organization|firma|nazev firmy|unternehmen',
    ),
    read: companyReaders.name,
  },
  {
    key: 'itemSku',
    label: say(labels, 'itemSku'),
    synonyms: headings(
      'sku|stock code|stockcode|product code|item code|item sku|lineitem sku|product id|article number|kod zbozi|kod produktu|artikelnummer',
    ),
    read: readCode('itemSku'),
  },
  {
    key: 'itemName',
    label: say(labels, 'itemName'),
    synonyms: headings(
      'item|item name|product|product name|lineitem name|description|item description|article|zbozi|produkt|nazev produktu|popis|artikel|bezeichnung|produktname',
    ),
    read: (raw, text) => (raw.itemName = clip(toLine(text), 200)),
  },
  {
    key: 'itemQuantity',
    label: say(labels, 'itemQuantity'),
    holds: 'number',
    synonyms: headings('item quantity|lineitem quantity|line quantity|item qty|pocet kusu polozky|positionsmenge'),
    read: readQuantity('itemQuantity'),
  },
  {
    key: 'itemUnitAmount',
    label: say(labels, 'itemUnitAmount'),
    holds: 'number',
    synonyms: headings(
      'price|unit price|unitprice|item price|lineitem price|price each|cena|jednotkova cena|cena za kus|preis|einzelpreis|stuckpreis',
    ),
    read: readAmount('itemUnitAmount'),
  },
  {
    key: 'itemAmount',
    label: say(labels, 'itemAmount'),
    holds: 'number',
    synonyms: headings(
      'line total|line amount|item total|item amount|lineitem total|cena polozky|positionsbetrag|zeilenbetrag',
    ),
    read: readAmount('itemAmount'),
  },
  {
    key: 'returnReason',
    label: say(labels, 'returnReason'),
    synonyms: headings('return reason|refund reason|duvod vraceni|duvod reklamace|retourengrund|ruckgabegrund'),
    read: (raw, text) => (raw.returnReason = clip(toLine(text), 1000)),
  },
  {
    key: 'returnOf',
    label: say(labels, 'returnOf'),
    synonyms: headings(
      'original order|original invoice|returned order|refund of|puvodni objednavka|ursprungliche bestellung',
    ),
    read: readCode('returnOf'),
  },
]
