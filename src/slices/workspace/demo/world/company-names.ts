import type { CountryCode } from './countries.ts'

export type Trade = ReturnType<typeof trade>

/** `pace` is how many orders a week a busy one places, on average. */
const trade = (
  weight: number,
  industry: string,
  pace: number,
  employees: [least: number, most: number],
  jobTitles: string,
) => {
  return { weight, industry, pace, employees, jobTitles: jobTitles.split(', ') }
}

export const trades = [
  trade(30, 'Hotels', 0.16, [8, 220], 'General manager, Head of housekeeping, Purchasing manager, Owner'),
  trade(24, 'Restaurants and cafés', 0.1, [3, 40], 'Owner, Manager, Head of service'),
  trade(20, 'Interior design', 0.22, [1, 25], 'Interior designer, Founder, Project lead, Studio assistant'),
  trade(10, 'Architecture', 0.12, [2, 60], 'Architect, Partner, Project manager'),
  trade(8, 'Retail', 0.3, [2, 90], 'Buyer, Shop owner, Category manager'),
  trade(8, 'Offices', 0.06, [20, 900], 'Office manager, Facility manager, Head of people'),
]

/** First parts by trade (in the order of `trades`), and what makes each its own. */
const from = (kinds: string, words: string) => ({ kinds: kinds.split(', '), words: words.split(', ') })

export const companyWords: Record<CountryCode, { kinds: string[]; words: string[] }> = {
  CZ: from(
    'Hotel, Kavárna, Studio, Ateliér, Galanterie, Kanceláře',
    'U Tří lip, Na Hrázi, Stará pošta, Šumava, Pod Kaštany, Větrník, Řemeslo, Modrý jelen, Květnice, Parní mlýn, Vlna, Zlatá štika, Jizera, Břízka, Ořechovka, Podhradí',
  ),
  DE: from(
    'Hotel, Café, Studio, Architekturbüro, Wohnkaufhaus, Bürohaus',
    'Lindenhof, Seeblick, Alte Post, Grüner Baum, Kranich, Rosengarten, Hafenspeicher, Brückner, Weißdorn, Kaiserlinde, Möwe, Waldkauz, Spreeufer, Bergwerk',
  ),
  AT: from(
    'Hotel, Kaffeehaus, Studio, Architektur, Einrichtungshaus, Bürohaus',
    'Edelweiß, Zum Goldenen Hirsch, Donaublick, Kaiserin, Almrausch, Steinadler, Murmeltier, Prater',
  ),
  GB: from(
    'Hotel, Café, Studio, Architects, Interiors, Workspace',
    'The Old Bakery, Kestrel, Blue Harbour, Foxglove, Millstone, Wren & Daughters, Saltmarsh, Blackthorn, Copperfield, Larkspur, Northwind, Hollybush, Quayside',
  ),
  US: from(
    'Inn, Coffee, Studio, Architects, Home, Offices',
    'Cedar Hollow, Lone Pine, Riverbend, Juniper & Sage, Prairie House, Harborlight, Maple & Main, Bluebird, Copper Kettle, Sagebrush, Tidewater, Foundry',
  ),
  FR: from(
    'Hôtel, Café, Atelier, Agence, Maison, Bureaux',
    'du Vieux Port, des Tilleuls, Belle Rive, Saint-Michel, de la Fontaine, Bleu Horizon, du Marais, Hirondelle, Mirabelle, des Arts, Clairefontaine',
  ),
  PL: from(
    'Hotel, Kawiarnia, Studio, Pracownia, Dom, Biura',
    'Pod Lipami, Złota Rybka, Stary Młyn, Nad Wisłą, Jaskółka, Świerk, Bursztyn, Żuraw, Cztery Pory, Jesion, Łabędź',
  ),
  ES: from(
    'Hotel, Café, Estudio, Arquitectura, Casa, Oficinas',
    'La Alameda, Mirador del Sol, Los Olivos, La Golondrina, Puerta Nueva, El Faro, Azahar, La Ribera, Siete Vientos',
  ),
  JP: from(
    'ホテル, 喫茶, デザイン, 設計事務所, 雑貨, オフィス',
    '青山, 桜花, 白鷺, 月見, 松風, 北斗, 花水木, 若葉, 海辺',
  ),
  UA: from(
    'Готель, Кав’ярня, Студія, Бюро, Дім, Офіси',
    'Під липами, Старе місто, Карпати, Джерело, Ластівка, Дніпро, Калина, Світанок',
  ),
}

/** Host names of companies whose names are not written in Latin letters. */
export const latinWords: Record<string, string> = {
  青山: 'aoyama',
  桜花: 'ouka',
  白鷺: 'shirasagi',
  月見: 'tsukimi',
  松風: 'matsukaze',
  北斗: 'hokuto',
  花水木: 'hanamizuki',
  若葉: 'wakaba',
  海辺: 'umibe',
  'Під липами': 'pid-lypamy',
  'Старе місто': 'stare-misto',
  Карпати: 'karpaty',
  Джерело: 'dzherelo',
  Ластівка: 'lastivka',
  Дніпро: 'dnipro',
  Калина: 'kalyna',
  Світанок: 'svitanok',
}
