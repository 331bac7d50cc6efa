/** In the order in which they must be looked for: most browsers call themselves Chrome and Safari too. */
const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrom(e|ium)\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string, family?: string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPod/, 'iPhone', 'iOS'],
  [/iPad/, 'iPad', 'iOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac', 'macOS'],
  [/CrOS/, 'ChromeOS', 'Linux'],
  [/Linux|X11/, 'Linux'],
]

/** What a browser says that it is: `Safari` on an `iPhone`, which is one of the `iOS` family. */
export function readAgent(userAgent: string) {
  const find = <T extends [RegExp, ...unknown[]]>(list: readonly T[]) => list.find(([sign]) => sign.test(userAgent))
  const [, system, family = system] = find(systems) ?? []
  return { browser: find(browsers)?.[1], system, family }
}
