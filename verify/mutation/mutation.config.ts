import { defineConfig } from 'vitest/config'

/** The pure tests alone, without those that walk whole machines: each mutant would wait for them. */
export default defineConfig({
  test: {
    include: ['tests/workflows/**/*.test.ts', 'tests/policies/**/*.test.ts'],
    exclude: ['tests/workflows/case/{verify,paths,diagrams}.test.ts'],
    testTimeout: 90_000
  }
})
