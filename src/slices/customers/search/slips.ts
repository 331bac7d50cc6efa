/** Letters that sound the same in one language or another, each way. */
const alike = [
  ['i', 'y'],
  ['v', 'w'],
  ['c', 'k'],
  ['s', 'z'],
  ['f', 'ph'],
  ['k', 'ck'],
  ['x', 'ks'],
  ['t', 'th'],
  ['u', 'oo'],
  ['e', 'ee'],
  ['sh', 'sch'],
].flatMap(([one, other]) => [[one!, other!] as const, [other!, one!] as const])

const doubled = /[lmnprst]/
const most = 30

/** What may have been meant by `word`, each one slip away: letters exchanged, alike, doubled, or one too many. */
export function slipsOf(word: string): string[] {
  const letters = [...word]
  const edit = (at: number, removed: number, ...added: string[]) => letters.toSpliced(at, removed, ...added).join('')
  const exchanged = letters.slice(1).map((letter, at) => edit(at, 2, letter, letters[at]!))
  const sounding = alike.flatMap(([given, meant]) =>
    letters.flatMap((_, at) =>
      word.startsWith(given, at) ? [word.slice(0, at) + meant + word.slice(at + given.length)] : [],
    ),
  )
  const doubling = letters.flatMap((letter, at) => (doubled.test(letter) ? [edit(at, 0, letter)] : []))
  const shortened = letters.length < 5 ? [] : letters.map((_, at) => edit(at, 1))
  return [...new Set([...exchanged, ...sounding, ...doubling, ...shortened])]
    .filter(slip => slip !== word)
    .slice(0, most)
}
