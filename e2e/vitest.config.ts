import { defineConfig } from 'vitest/config'

/** Browser journeys on the real app: one process with its own embedded database a file. Needs the built web app. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/prepare.ts'],
    root: `${import.meta.dirname}/..`,
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A journey that a busy machine made too slow is walked once more.
    retry: 1,
  },
})
