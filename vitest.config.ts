import { defineConfig } from 'vitest/config'

// The rules need nothing but themselves; the rest of the house runs on a real PostgreSQL, started once.
const pure = ['tests/workflows/**/*.test.ts', 'tests/policies/**/*.test.ts']

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    projects: [
      { test: { name: 'rules', include: pure, testTimeout: 90_000 } },
      {
        test: {
          name: 'house',
          include: ['tests/**/*.test.ts'],
          exclude: pure,
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 240_000
        }
      }
    ]
  }
})
