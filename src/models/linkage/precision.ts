/** Wilson's interval (1927) of a share: `successes` of `trials`, trials > 0; z = 1.96 is 95%. */
export function wilson(successes: number, trials: number, z = 1.96): { low: number; high: number } {
  const share = successes / trials
  const middle = (share + (z * z) / (2 * trials)) / (1 + (z * z) / trials)
  const half = (z / (1 + (z * z) / trials)) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
