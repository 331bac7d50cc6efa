import { defineMessages } from '../../../../kernel/messages.ts'
import { clip } from '../../../../kernel/text.ts'
import { companyReaders } from '../../companies/import/public.ts'
import { personReadersIn } from '../../contacts/import/public.ts'
import { importColumns, idWords, readCode, toLine } from '../../imports/public.ts'
import { orderWords } from '../record.ts'
import { readAmount, readCurrency, readPlacedAt, readQuantity, readStatus } from './readers.ts'
import type { RawOrder } from './row.ts'

const labels = defineMessages('orders.import', {
  number: 'Order number',
  externalId: 'Id in the other system',
  placedAt: 'Date',
  quantity: 'Quantity',
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

const customer = personReadersIn('customer')

export const orderColumns = importColumns<RawOrder>(
  [labels, orderWords],
  {
    number:
      'number|order|order number|order no|order nr|order name|order id|orderid|invoice|invoice number|invoice no|invoice id|invoiceno|transaction|transaction id|receipt|receipt number|objednavka|cislo objednavky|faktura|cislo faktury|doklad|bestellung|bestellnummer|auftrag|auftragsnummer|rechnung|rechnungsnummer',
    externalId: idWords,
    placedAt:
      'date|placed at|order date|ordered at|orderdate|invoice date|invoicedate|purchase date|purchased at|transaction date|sale date|paid at|ts|time|timestamp|datetime|datum|datum objednavky|datum nakupu|datum vystaveni|bestelldatum|kaufdatum|rechnungsdatum|auftragsdatum|created|created at|date created',
    amount:
      'amount|total|order total|grand total|total amount|total price|order amount|order value|revenue|sales|value|sum|turnover|castka|celkem|cena celkem|hodnota|betrag|gesamt|gesamtbetrag|summe|umsatz',
    currency: 'currency|currency code|mena|wahrung',
    quantity: 'qty|quantity|items|item count|pieces|units|total quantity|mnozstvi|pocet kusu|ks|menge|anzahl|stuckzahl',
    status: 'status|order status|state|financial status|stav|stav objednavky|bestellstatus',
    customerId:
      'customer id|customerid|customer|customer number|customer no|client id|client|user id|buyer id|contact id|id zakaznika|cislo zakaznika|zakaznik|kundennummer|kunden id|kundennr|kunde',
    customerEmail:
      'email|e mail|mail|customer email|email address|e mail address|buyer email|billing email|e mail zakaznika|email zakaznika|kunden email|e mail adresse',
    customerPhone: 'phone|phone number|customer phone|billing phone|mobile|telefon|telefon zakaznika|telefonnummer',
    customerName:
      'name|customer name|full name|buyer name|buyer|billing name|contact name|jmeno zakaznika|jmeno a prijmeni|kundenname',
    customerFirstName: 'first name|firstname|customer first name|billing first name|jmeno|vorname',
    customerLastName: 'last name|lastname|surname|customer last name|billing last name|prijmeni|nachname',
    customerCountry: 'country|country code|customer country|billing country|shipping country|zeme|stat|land',
    company:
      'company|company name|billing company|account|account name|organisation|organization|firma|nazev firmy|unternehmen',
    itemSku:
      'sku|stock code|stockcode|product code|item code|item sku|lineitem sku|product id|article number|kod zbozi|kod produktu|artikelnummer',
    itemName:
      'item|item name|product|product name|lineitem name|description|item description|article|zbozi|produkt|nazev produktu|popis|artikel|bezeichnung|produktname',
    itemQuantity: 'item quantity|lineitem quantity|line quantity|item qty|pocet kusu polozky|positionsmenge',
    itemUnitAmount:
      'price|unit price|unitprice|item price|lineitem price|price each|cena|jednotkova cena|cena za kus|preis|einzelpreis|stuckpreis',
    itemAmount:
      'line total|line amount|item total|item amount|lineitem total|cena polozky|positionsbetrag|zeilenbetrag',
    returnReason: 'return reason|refund reason|duvod vraceni|duvod reklamace|retourengrund|ruckgabegrund',
    returnOf: 'original order|original invoice|returned order|refund of|puvodni objednavka|ursprungliche bestellung',
  },
  {
    number: readCode('number', 100),
    externalId: readCode('externalId', 100),
    placedAt: readPlacedAt,
    amount: readAmount('amount'),
    currency: readCurrency,
    quantity: readQuantity('quantity'),
    status: readStatus,
    customerId: customer.id,
    customerEmail: customer.email,
    customerPhone: customer.phone,
    customerName: customer.name,
    customerFirstName: customer.firstName,
    customerLastName: customer.lastName,
    customerCountry: customer.country,
    company: companyReaders.name,
    itemSku: readCode('itemSku', 100),
    itemName: (raw, text) => (raw.itemName = clip(toLine(text), 200)),
    itemQuantity: readQuantity('itemQuantity'),
    itemUnitAmount: readAmount('itemUnitAmount'),
    itemAmount: readAmount('itemAmount'),
    returnReason: (raw, text) => (raw.returnReason = clip(toLine(text), 1000)),
    returnOf: readCode('returnOf', 100),
  },
  { dates: ['placedAt'], numbers: ['amount', 'quantity', 'itemQuantity', 'itemUnitAmount', 'itemAmount'] },
)
