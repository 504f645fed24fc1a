import { defineConfig } from 'vitest/config'

// The rules need nothing but themselves; the rest of the house runs on a real PostgreSQL, started once.
const pure = ['tests/workflows/**/*.test.ts', 'tests/policies/**/*.test.ts']
// It spoils the tables for whoever imports them after it.
const spoiling = ['tests/workflows/configuration/problems.tables.test.ts']

// Files of one worker share what they import, and nothing else: no module keeps anything of a database or an application
// that is not its own. To read it all anew for each file took longer than most files.
export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    projects: [
      { test: { name: 'rules', include: pure, exclude: spoiling, isolate: false, testTimeout: 90_000 } },
      { test: { name: 'spoilt', include: spoiling } },
      {
        test: {
          name: 'house',
          include: ['tests/**/*.test.ts'],
          exclude: pure,
          isolate: false,
          globalSetup: ['tests/support/running/global-setup.ts'],
          setupFiles: ['tests/support/lost/note.setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 240_000
        }
      }
    ]
  }
})
