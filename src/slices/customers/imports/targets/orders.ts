import { idWords, words, type Target } from './target.ts'

export const orders: Target[] = [
  {
    key: 'number',
    label: 'Order number',
    synonyms: words(
      'number|order|order number|order no|order nr|order name|order id|orderid|invoice|invoice number|invoice no|invoice id|invoiceno|transaction|transaction id|receipt|receipt number|objednavka|cislo objednavky|faktura|cislo faktury|doklad|bestellung|bestellnummer|auftrag|auftragsnummer|rechnung|rechnungsnummer',
    ),
  },
  { key: 'externalId', label: 'Id in the other system', synonyms: words(idWords) },
  {
    key: 'placedAt',
    label: 'Date',
    synonyms: words(
      'date|placed at|order date|ordered at|orderdate|invoice date|invoicedate|purchase date|purchased at|transaction date|sale date|paid at|ts|time|timestamp|datetime|datum|datum objednavky|datum nakupu|datum vystaveni|bestelldatum|kaufdatum|rechnungsdatum|auftragsdatum|created|created at|date created',
    ),
  },
  {
    key: 'amount',
    label: 'Amount',
    synonyms: words(
      'amount|total|order total|grand total|total amount|total price|order amount|order value|revenue|sales|value|sum|turnover|castka|celkem|cena celkem|hodnota|betrag|gesamt|gesamtbetrag|summe|umsatz',
    ),
  },
  { key: 'currency', label: 'Currency', synonyms: words('currency|currency code|mena|wahrung') },
  {
    key: 'quantity',
    label: 'Quantity',
    synonyms: words(
      'qty|quantity|items|item count|pieces|units|total quantity|mnozstvi|pocet kusu|ks|menge|anzahl|stuckzahl',
    ),
  },
  {
    key: 'status',
    label: 'Status',
    synonyms: words('status|order status|state|financial status|stav|stav objednavky|bestellstatus'),
  },
  {
    key: 'customerId',
    label: 'Customer id in the other system',
    synonyms: words(
      'customer id|customerid|customer|customer number|customer no|client id|client|user id|buyer id|contact id|id zakaznika|cislo zakaznika|zakaznik|kundennummer|kunden id|kundennr|kunde',
    ),
  },
  {
    key: 'customerEmail',
    label: 'Customer e-mail',
    synonyms: words(
      'email|e mail|mail|customer email|email address|e mail address|buyer email|billing email|e mail zakaznika|email zakaznika|kunden email|e mail adresse',
    ),
  },
  {
    key: 'customerPhone',
    label: 'Customer phone',
    synonyms: words('phone|phone number|customer phone|billing phone|mobile|telefon|telefon zakaznika|telefonnummer'),
  },
  {
    key: 'customerName',
    label: 'Customer name',
    synonyms: words(
      'name|customer name|full name|buyer name|buyer|billing name|contact name|jmeno zakaznika|jmeno a prijmeni|kundenname',
    ),
  },
  {
    key: 'customerFirstName',
    label: 'Customer first name',
    synonyms: words('first name|firstname|customer first name|billing first name|jmeno|vorname'),
  },
  {
    key: 'customerLastName',
    label: 'Customer last name',
    synonyms: words('last name|lastname|surname|customer last name|billing last name|prijmeni|nachname'),
  },
  {
    key: 'customerCountry',
    label: 'Customer country',
    synonyms: words('country|country code|customer country|billing country|shipping country|zeme|stat|land'),
  },
  {
    key: 'company',
    label: 'Company name',
    synonyms: words(
      'company|company name|billing company|account|account name|organisation|organization|firma|nazev firmy|unternehmen',
    ),
  },
  {
    key: 'itemSku',
    label: 'Item: SKU',
    synonyms: words(
      'sku|stock code|stockcode|product code|item code|item sku|lineitem sku|product id|article number|kod zbozi|kod produktu|artikelnummer',
    ),
  },
  {
    key: 'itemName',
    label: 'Item: name',
    synonyms: words(
      'item|item name|product|product name|lineitem name|description|item description|article|zbozi|produkt|nazev produktu|popis|artikel|bezeichnung|produktname',
    ),
  },
  {
    key: 'itemQuantity',
    label: 'Item: quantity',
    synonyms: words('item quantity|lineitem quantity|line quantity|item qty|pocet kusu polozky|positionsmenge'),
  },
  {
    key: 'itemUnitAmount',
    label: 'Item: unit price',
    synonyms: words(
      'price|unit price|unitprice|item price|lineitem price|price each|cena|jednotkova cena|cena za kus|preis|einzelpreis|stuckpreis',
    ),
  },
  {
    key: 'itemAmount',
    label: 'Item: amount',
    synonyms: words(
      'line total|line amount|item total|item amount|lineitem total|cena polozky|positionsbetrag|zeilenbetrag',
    ),
  },
  {
    key: 'returnReason',
    label: 'Reason of the return',
    synonyms: words('return reason|refund reason|duvod vraceni|duvod reklamace|retourengrund|ruckgabegrund'),
  },
  {
    key: 'returnOf',
    label: 'Returned order number',
    synonyms: words(
      'original order|original invoice|returned order|refund of|puvodni objednavka|ursprungliche bestellung',
    ),
  },
]
