import { defineConfig } from 'vitest/config'

/**
 * What holds the rows of the tables, those read as a module loads as well: the documents computed from them, their words,
 * and what each act teaches. Few enough that seven thousand mutants are run in an hour or two.
 */
export default defineConfig({
  test: {
    include: [
      'tests/docs.test.ts',
      'tests/workflows/case/{words,states}.test.ts',
      'tests/workflows/regions/{learning.*,consent,closure,age,minor.flight}.test.ts'
    ]
  }
})
