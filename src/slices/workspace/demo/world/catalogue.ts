/** What Lumen & Thread sells: lamps and textiles for homes, hotels and cafés. Prices in euro cents. */
export type Product = ReturnType<typeof product>

/** `short` is how customers call it, in any language. */
const product = (sku: string, short: string, kind: string, price: number) => {
  const path = `/products/${short.toLowerCase()}-${kind.replaceAll(' ', '-')}`
  return { sku, name: `${short} ${kind}`, short, price, path }
}

/** By price, so that a purchase of a given size finds what fits. */
export const products = [
  product('CA-101', 'Ember', 'beeswax candle', 590),
  product('TX-204', 'Tansy', 'linen napkin', 790),
  product('LB-011', 'Glow', 'filament bulb', 890),
  product('TX-118', 'Moss', 'tea towel set', 1290),
  product('LB-016', 'Halo', 'globe bulb', 1490),
  product('CA-108', 'Fjord', 'candle holder', 1690),
  product('TX-131', 'Rye', 'cushion cover', 1990),
  product('LB-022', 'Comet', 'smart bulb', 2290),
  product('TX-142', 'Heather', 'hand towel pair', 2590),
  product('TX-150', 'Willow', 'table runner', 2990),
  product('LA-301', 'Pip', 'clip lamp', 3490),
  product('TX-163', 'Tide', 'bath towel set', 3990),
  product('LA-305', 'Acorn', 'night light', 4490),
  product('TX-171', 'Juniper', 'wool cushion', 4990),
  product('TX-188', 'Dune', 'linen tablecloth', 5490),
  product('LA-312', 'Birch', 'desk lamp', 5990),
  product('TX-195', 'Cloud', 'linen curtain', 6490),
  product('LA-318', 'Lantern', 'garden light', 6990),
  product('TX-207', 'Skein', 'merino throw', 7990),
  product('LA-324', 'Aurora', 'table lamp', 8990),
  product('TX-215', 'Harbour', 'bed linen', 9990),
  product('LA-333', 'Meridian', 'wall light', 10_900),
  product('TX-226', 'Loft', 'alpaca throw', 12_900),
  product('LA-340', 'Orbit', 'pendant lamp', 14_900),
  product('TX-240', 'Solstice', 'quilted bedspread', 16_900),
  product('LA-352', 'Heron', 'floor lamp', 19_900),
  product('LA-358', 'Cascade', 'cluster pendant', 24_900),
  product('TX-255', 'Prairie', 'wool rug', 29_900),
  product('LA-366', 'Atlas', 'arc floor lamp', 34_900),
  product('LA-371', 'Constellation', 'chandelier', 54_900),
]

/** Pages that people look at besides products. */
export const pages: { title: string; path: string }[] = [
  { title: 'Home', path: '/' },
  { title: 'New arrivals', path: '/new' },
  { title: 'Lamps', path: '/lamps' },
  { title: 'Textiles', path: '/textiles' },
  { title: 'Sale', path: '/sale' },
  { title: 'Delivery and returns', path: '/help/delivery' },
  { title: 'Caring for linen', path: '/journal/caring-for-linen' },
  { title: 'How bright is bright enough', path: '/journal/how-bright' },
  { title: 'For hotels and cafés', path: '/business' },
  { title: 'Showrooms', path: '/showrooms' },
  { title: 'Basket', path: '/basket' },
]
