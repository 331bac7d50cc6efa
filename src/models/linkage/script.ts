const table =
  'а a б b в v г g ґ g д d ђ dj е e ё e є e ж zh з z и i і i ї i й i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c у u ў u ф f х h ц c ч ch џ dz ш sh щ sh ъ  ы y ь  э e ю iu я ia ' +
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ h ψ ps ω o ' +
  'ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu テ te ト to ナ na ニ ni ヌ nu ネ ne ノ no ' +
  'ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo ッ  ー '

const letters = new Map<string, string>()
for (const cells = table.split(' '); cells.length > 1;) letters.set(cells.shift()!, cells.shift()!)
// Hiragana stands 96 places before the katakana of the same sound.
const katakana = [...letters].filter(([letter]) => letter >= 'ァ' && letter <= 'ヲ')
for (const [letter, sound] of katakana) letters.set(String.fromCharCode(letter.charCodeAt(0) - 96), sound)
letters.set('ん', 'n')

/** Whether all of a text is written in Latin letters, figures and signs. */
export function isLatin(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x24f) return false
  return true
}

/** A folded text with its Cyrillic, Greek and kana letters in Latin ones; other letters stay as they are. */
export function toLatin(text: string): string {
  if (isLatin(text)) return text
  let latin = ''
  for (const letter of text) latin += letters.get(letter) ?? letter
  return latin
}
