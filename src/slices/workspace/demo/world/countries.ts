export type Language = 'cs' | 'de' | 'en' | 'fr' | 'pl' | 'es' | 'ja' | 'uk'
export type CountryCode = 'CZ' | 'DE' | 'AT' | 'GB' | 'US' | 'FR' | 'PL' | 'ES' | 'JP' | 'UA'

export interface Country {
  code: CountryCode
  weight: number
  language: Language
  currency: string
  timeZone: string
  offset: number
  /**
   * National form of numbers in ranges kept for fiction or given to nobody; `#` stands for a digit. A first 0 goes away
   * behind the dial code.
   */
  phones: string[]
  dialCode: string
  mailHosts: string[]
  streets: string[]
  /** House numbers come first, as in English and French. */
  isNumberFirst?: true
  cities: City[]
}

/** `#` in the postal code stands for a digit; hours east of Greenwich are given where they differ from the others'. */
const city = (name: string, region: string, postalCode: string, timeZone?: string, offset?: number) => {
  return { name, region, postalCode, timeZone, offset }
}
export type City = ReturnType<typeof city>

const listed = (names: string) => names.split(', ')

/** Mail hosts end in `.example`, so that nothing the demo sends can reach a real person. */
export const countries: Country[] = [
  {
    code: 'CZ',
    weight: 34,
    language: 'cs',
    currency: 'CZK',
    timeZone: 'Europe/Prague',
    offset: 1,
    phones: ['76# ### ###'],
    dialCode: '+420',
    mailHosts: ['posta.example', 'schranka.example', 'mail.example', 'obalka.example'],
    streets: listed(
      'Dlouhá, Květnová, Na Vyhlídce, Masarykova, Jiráskova, Pod Lipami, Nádražní, Husova, U Potoka, Žižkova',
    ),
    cities: [
      city('Praha', 'Praha', '1## 00'),
      city('Brno', 'Jihomoravský kraj', '6## 00'),
      city('Ostrava', 'Moravskoslezský kraj', '7## 00'),
      city('Plzeň', 'Plzeňský kraj', '3## 00'),
      city('Olomouc', 'Olomoucký kraj', '779 00'),
      city('Liberec', 'Liberecký kraj', '460 01'),
      city('Hradec Králové', 'Královéhradecký kraj', '500 02'),
      city('České Budějovice', 'Jihočeský kraj', '370 01'),
      city('Žďár nad Sázavou', 'Kraj Vysočina', '591 01'),
    ],
  },
  {
    code: 'DE',
    weight: 17,
    language: 'de',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    offset: 1,
    phones: ['030 23125###', '069 90009###', '040 66969###', '0221 4710###', '089 99998###'],
    dialCode: '+49',
    mailHosts: ['postfach.example', 'mail.example', 'briefkasten.example'],
    streets: listed(
      'Lindenstraße, Goethestraße, Am Markt, Gartenweg, Schillerstraße, Bahnhofstraße, Rosenweg, Uferstraße',
    ),
    cities: [
      city('Berlin', 'Berlin', '10###'),
      city('Hamburg', 'Hamburg', '20###'),
      city('München', 'Bayern', '80###'),
      city('Köln', 'Nordrhein-Westfalen', '50###'),
      city('Leipzig', 'Sachsen', '04###'),
      city('Dresden', 'Sachsen', '01###'),
      city('Würzburg', 'Bayern', '970##'),
    ],
  },
  {
    code: 'GB',
    weight: 10,
    language: 'en',
    currency: 'GBP',
    timeZone: 'Europe/London',
    offset: 0,
    phones: ['07700 900###', '020 7946 0###', '0161 496 0###', '0131 496 0###', '0117 496 0###', '0191 498 0###'],
    dialCode: '+44',
    isNumberFirst: true,
    mailHosts: ['postbox.example', 'mail.example', 'letterbox.example'],
    streets: listed('High Street, Church Lane, Station Road, Mill Lane, Victoria Road, Orchard Close, Albert Terrace'),
    cities: [
      city('London', 'Greater London', 'E# #AB'),
      city('Manchester', 'Greater Manchester', 'M# #DE'),
      city('Bristol', 'Bristol', 'BS# #GH'),
      city('Edinburgh', 'Scotland', 'EH# #JL'),
      city('Leeds', 'West Yorkshire', 'LS# #NP'),
      city('Hebden Bridge', 'West Yorkshire', 'HX7 #QR'),
    ],
  },
  {
    code: 'PL',
    weight: 9,
    language: 'pl',
    currency: 'PLN',
    timeZone: 'Europe/Warsaw',
    offset: 1,
    phones: ['49# ### ###'],
    dialCode: '+48',
    mailHosts: ['poczta.example', 'skrzynka.example', 'mail.example'],
    streets: listed('ul. Mickiewicza, ul. Długa, ul. Słowackiego, ul. Lipowa, ul. Kościuszki, ul. Ogrodowa'),
    cities: [
      city('Warszawa', 'mazowieckie', '0#-###'),
      city('Kraków', 'małopolskie', '3#-###'),
      city('Wrocław', 'dolnośląskie', '5#-###'),
      city('Gdańsk', 'pomorskie', '80-###'),
      city('Łódź', 'łódzkie', '9#-###'),
      city('Poznań', 'wielkopolskie', '6#-###'),
    ],
  },
  {
    code: 'AT',
    weight: 6,
    language: 'de',
    currency: 'EUR',
    timeZone: 'Europe/Vienna',
    offset: 1,
    phones: ['0600 #######'],
    dialCode: '+43',
    mailHosts: ['postfach.example', 'mail.example'],
    streets: listed('Hauptplatz, Wiener Straße, Kirchengasse, Mozartgasse, Am Graben'),
    cities: [
      city('Wien', 'Wien', '1##0'),
      city('Graz', 'Steiermark', '80#0'),
      city('Linz', 'Oberösterreich', '40#0'),
      city('Salzburg', 'Salzburg', '50#0'),
    ],
  },
  {
    code: 'FR',
    weight: 7,
    language: 'fr',
    currency: 'EUR',
    timeZone: 'Europe/Paris',
    offset: 1,
    phones: ['06 39 98 ## ##', '01 99 00 ## ##', '04 65 71 ## ##', '05 36 49 ## ##'],
    dialCode: '+33',
    isNumberFirst: true,
    mailHosts: ['courrier.example', 'mail.example', 'boite.example'],
    streets: listed(
      'rue des Lilas, avenue Victor Hugo, rue du Moulin, place de la République, rue Pasteur, chemin des Vignes',
    ),
    cities: [
      city('Paris', 'Île-de-France', '750##'),
      city('Lyon', 'Auvergne-Rhône-Alpes', '6900#'),
      city('Nantes', 'Pays de la Loire', '44000'),
      city('Bordeaux', 'Nouvelle-Aquitaine', '33000'),
      city('Besançon', 'Bourgogne-Franche-Comté', '25000'),
    ],
  },
  {
    code: 'US',
    weight: 6,
    language: 'en',
    currency: 'USD',
    timeZone: 'America/New_York',
    offset: -5,
    phones: ['(29#) 555-####', '(39#) 555-####', '(59#) 555-####', '(79#) 555-####', '(89#) 555-####'],
    dialCode: '+1',
    isNumberFirst: true,
    mailHosts: ['mailbox.example', 'mail.example', 'inbox.example'],
    streets: listed('Maple Avenue, Oak Street, 3rd Street, Lakeview Drive, Elm Street, Sunset Boulevard'),
    cities: [
      city('Brooklyn', 'NY', '112##'),
      city('Portland', 'OR', '972##', 'America/Los_Angeles', -8),
      city('Chicago', 'IL', '606##', 'America/Chicago', -6),
      city('Austin', 'TX', '787##', 'America/Chicago', -6),
      city('Boston', 'MA', '021##'),
    ],
  },
  {
    code: 'ES',
    weight: 5,
    language: 'es',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    offset: 1,
    phones: ['599 ### ###'],
    dialCode: '+34',
    mailHosts: ['correo.example', 'buzon.example', 'mail.example'],
    streets: listed('Calle Mayor, Avenida de la Constitución, Calle del Sol, Paseo de Gracia, Calle Real'),
    cities: [
      city('Madrid', 'Comunidad de Madrid', '280##'),
      city('Barcelona', 'Cataluña', '080##'),
      city('València', 'Comunitat Valenciana', '460##'),
      city('Sevilla', 'Andalucía', '410##'),
      city('A Coruña', 'Galicia', '1500#'),
    ],
  },
  {
    code: 'JP',
    weight: 3,
    language: 'ja',
    currency: 'JPY',
    timeZone: 'Asia/Tokyo',
    offset: 9,
    phones: ['090-0###-####', '080-0###-####'],
    dialCode: '+81',
    mailHosts: ['tegami.example', 'mail.example'],
    streets: listed('神宮前, 南青山, 本町, 中央, 北浜, 桜木町'),
    cities: [
      city('東京', '東京都', '150-00##'),
      city('大阪', '大阪府', '541-00##'),
      city('京都', '京都府', '604-80##'),
      city('札幌', '北海道', '060-00##'),
      city('福岡', '福岡県', '810-00##'),
    ],
  },
  {
    code: 'UA',
    weight: 3,
    language: 'uk',
    currency: 'UAH',
    timeZone: 'Europe/Kyiv',
    offset: 2,
    phones: ['060 ### ## ##'],
    dialCode: '+380',
    mailHosts: ['poshta.example', 'lyst.example', 'mail.example'],
    streets: listed('вул. Шевченка, вул. Лесі Українки, вул. Садова, просп. Свободи, вул. Франка'),
    cities: [
      city('Київ', 'Київ', '0####'),
      city('Львів', 'Львівська область', '79###'),
      city('Одеса', 'Одеська область', '65###'),
      city('Харків', 'Харківська область', '61###'),
    ],
  },
]

/** Euros for one unit at the demo's end; they swing by a few per cent over the months. */
export const euroRates: Record<string, number> = {
  EUR: 1,
  CZK: 0.0404,
  PLN: 0.2352,
  GBP: 1.154,
  USD: 0.862,
  JPY: 0.00565,
  UAH: 0.0206,
}
