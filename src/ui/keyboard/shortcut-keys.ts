/** What is pressed, as written in a shortcut: `j`, `shift+j`, `mod+k`, `escape`, `?`. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

export function pressToken(press: KeyPress): string {
  const key = latinKey(press)
  const isLetter = /^\p{L}$/u.test(key)
  const isSign = key.length === 1 && !isLetter
  const parts = [
    ...(press.ctrlKey || press.metaKey ? ['mod'] : []),
    ...(press.altKey ? ['alt'] : []),
    // On a sign such as ? the shift key is part of how the layout writes it.
    ...(press.shiftKey && !isSign ? ['shift'] : []),
    key,
  ]
  return parts.join('+')
}

/** On a layout without Latin letters the key's place decides, so that `j` works on a Cyrillic keyboard too. */
function latinKey({ key, code }: KeyPress): string {
  const lower = key.toLowerCase()
  if (lower === ' ') return 'space'
  if (lower.length === 1 && lower > '\u024f' && /^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase()
  return lower
}

export interface Binding {
  /** Presses separated by spaces: `g c`, `mod+k`. */
  keys: string
}

/** The binding that `token` completes, or the presses to remember because a longer one may follow. Later bindings win. */
export function advance<T extends Binding>(
  bindings: readonly T[],
  pending: readonly string[],
  token: string,
): { matched: T | undefined; pending: string[] } {
  const pressed = [...pending, token].join(' ')
  const matched = bindings.findLast(binding => binding.keys === pressed)
  if (matched) return { matched, pending: [] }
  if (bindings.some(binding => binding.keys.startsWith(`${pressed} `)))
    return { matched: undefined, pending: [...pending, token] }
  return pending.length > 0 ? advance(bindings, [], token) : { matched: undefined, pending: [] }
}

const signs: Record<string, string> = {
  escape: 'Esc',
  enter: '↵',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  space: 'Space',
  backspace: '⌫',
}

/** `mod+shift+k` as the caps to draw: `⌘ ⇧ K` on a Mac, `Ctrl Shift K` elsewhere; one list a press. */
export function keyCaps(keys: string, isMac: boolean): string[][] {
  const modifiers: Record<string, string> = isMac
    ? { mod: '⌘', alt: '⌥', shift: '⇧' }
    : { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' }
  return keys
    .split(' ')
    .map(press => press.split('+').map(part => modifiers[part] ?? signs[part] ?? part.toUpperCase()))
}
