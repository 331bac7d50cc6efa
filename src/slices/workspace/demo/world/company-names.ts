import type { CountryCode } from './countries.ts'

export interface Trade {
  weight: number
  industry: string
  jobTitles: string[]
  /** Orders a week of a busy one, on average. */
  pace: number
  employees: [least: number, most: number]
}

export const trades: Trade[] = [
  {
    weight: 30,
    industry: 'Hotels',
    jobTitles: ['General manager', 'Head of housekeeping', 'Purchasing manager', 'Owner'],
    pace: 0.16,
    employees: [8, 220],
  },
  {
    weight: 24,
    industry: 'Restaurants and cafés',
    jobTitles: ['Owner', 'Manager', 'Head of service'],
    pace: 0.1,
    employees: [3, 40],
  },
  {
    weight: 20,
    industry: 'Interior design',
    jobTitles: ['Interior designer', 'Founder', 'Project lead', 'Studio assistant'],
    pace: 0.22,
    employees: [1, 25],
  },
  {
    weight: 10,
    industry: 'Architecture',
    jobTitles: ['Architect', 'Partner', 'Project manager'],
    pace: 0.12,
    employees: [2, 60],
  },
  {
    weight: 8,
    industry: 'Retail',
    jobTitles: ['Buyer', 'Shop owner', 'Category manager'],
    pace: 0.3,
    employees: [2, 90],
  },
  {
    weight: 8,
    industry: 'Offices',
    jobTitles: ['Office manager', 'Facility manager', 'Head of people'],
    pace: 0.06,
    employees: [20, 900],
  },
]

/** First parts by trade (in the order of `trades`), and what makes each its own. */
export const companyWords: Record<
  CountryCode,
  { kinds: [string, string, string, string, string, string]; words: string[] }
> = {
  CZ: {
    kinds: ['Hotel', 'Kavárna', 'Studio', 'Ateliér', 'Galanterie', 'Kanceláře'],
    words: [
      'U Tří lip',
      'Na Hrázi',
      'Stará pošta',
      'Šumava',
      'Pod Kaštany',
      'Větrník',
      'Řemeslo',
      'Modrý jelen',
      'Květnice',
      'Parní mlýn',
      'Vlna',
      'Zlatá štika',
      'Jizera',
      'Břízka',
      'Ořechovka',
      'Podhradí',
    ],
  },
  DE: {
    kinds: ['Hotel', 'Café', 'Studio', 'Architekturbüro', 'Wohnkaufhaus', 'Bürohaus'],
    words: [
      'Lindenhof',
      'Seeblick',
      'Alte Post',
      'Grüner Baum',
      'Kranich',
      'Rosengarten',
      'Hafenspeicher',
      'Brückner',
      'Weißdorn',
      'Kaiserlinde',
      'Möwe',
      'Waldkauz',
      'Spreeufer',
      'Bergwerk',
    ],
  },
  AT: {
    kinds: ['Hotel', 'Kaffeehaus', 'Studio', 'Architektur', 'Einrichtungshaus', 'Bürohaus'],
    words: [
      'Edelweiß',
      'Zum Goldenen Hirsch',
      'Donaublick',
      'Kaiserin',
      'Almrausch',
      'Steinadler',
      'Murmeltier',
      'Prater',
    ],
  },
  GB: {
    kinds: ['Hotel', 'Café', 'Studio', 'Architects', 'Interiors', 'Workspace'],
    words: [
      'The Old Bakery',
      'Kestrel',
      'Blue Harbour',
      'Foxglove',
      'Millstone',
      'Wren & Daughters',
      'Saltmarsh',
      'Blackthorn',
      'Copperfield',
      'Larkspur',
      'Northwind',
      'Hollybush',
      'Quayside',
    ],
  },
  US: {
    kinds: ['Inn', 'Coffee', 'Studio', 'Architects', 'Home', 'Offices'],
    words: [
      'Cedar Hollow',
      'Lone Pine',
      'Riverbend',
      'Juniper & Sage',
      'Prairie House',
      'Harborlight',
      'Maple & Main',
      'Bluebird',
      'Copper Kettle',
      'Sagebrush',
      'Tidewater',
      'Foundry',
    ],
  },
  FR: {
    kinds: ['Hôtel', 'Café', 'Atelier', 'Agence', 'Maison', 'Bureaux'],
    words: [
      'du Vieux Port',
      'des Tilleuls',
      'Belle Rive',
      'Saint-Michel',
      'de la Fontaine',
      'Bleu Horizon',
      'du Marais',
      'Hirondelle',
      'Mirabelle',
      'des Arts',
      'Clairefontaine',
    ],
  },
  PL: {
    kinds: ['Hotel', 'Kawiarnia', 'Studio', 'Pracownia', 'Dom', 'Biura'],
    words: [
      'Pod Lipami',
      'Złota Rybka',
      'Stary Młyn',
      'Nad Wisłą',
      'Jaskółka',
      'Świerk',
      'Bursztyn',
      'Żuraw',
      'Cztery Pory',
      'Jesion',
      'Łabędź',
    ],
  },
  ES: {
    kinds: ['Hotel', 'Café', 'Estudio', 'Arquitectura', 'Casa', 'Oficinas'],
    words: [
      'La Alameda',
      'Mirador del Sol',
      'Los Olivos',
      'La Golondrina',
      'Puerta Nueva',
      'El Faro',
      'Azahar',
      'La Ribera',
      'Siete Vientos',
    ],
  },
  JP: {
    kinds: ['ホテル', '喫茶', 'デザイン', '設計事務所', '雑貨', 'オフィス'],
    words: ['青山', '桜花', '白鷺', '月見', '松風', '北斗', '花水木', '若葉', '海辺'],
  },
  UA: {
    kinds: ['Готель', 'Кав’ярня', 'Студія', 'Бюро', 'Дім', 'Офіси'],
    words: ['Під липами', 'Старе місто', 'Карпати', 'Джерело', 'Ластівка', 'Дніпро', 'Калина', 'Світанок'],
  },
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
