import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: ['src/testing/database-server.ts'],
    setupFiles: ['src/testing/no-warnings.ts'],
    pool: 'forks',
    // The app is read once a process, not once a file; what it keeps in memory hangs on its App.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
