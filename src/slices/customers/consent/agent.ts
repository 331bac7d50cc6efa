/** In the order in which they must be looked for: most browsers call themselves Chrome and Safari too. */
const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrom(e|ium)\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/Linux|X11|CrOS/, 'Linux'],
]

/** `Firefox on Linux`: enough to recognise an answer by, not a person; null for what is no browser. */
export function agentFamily(userAgent: string | undefined): string | null {
  const text = userAgent?.slice(0, 500) ?? ''
  const browser = browsers.find(([pattern]) => pattern.test(text))?.[1]
  if (!browser) return null
  const system = systems.find(([pattern]) => pattern.test(text))?.[1]
  return system ? `${browser} on ${system}` : browser
}
