import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { keptTests } from './broad/list.ts'
import { readMeasured, witnessOf, type Measured } from './kept.ts'
import { mistakes } from './list.ts'

const allTests = () =>
  readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join('tests', name))
    .sort()

const unnamed = () => {
  const named = new Set(mistakes.map(({ seen }) => seen))
  const folders = Map.groupBy(allTests(), (file) => dirname(file).replace(/^tests\/?/, '') || '(tests)')
  return [...folders].map(([folder, files]) => {
    const without = files.filter((file) => !named.has(file)).length
    return `| ${folder} | ${files.length} | ${without} |`
  })
}

const never = ({ tests }: Measured) =>
  Object.entries(tests)
    .filter(([, { never: names }]) => names.length > 0)
    .flatMap(([file, { witness, tests: count, never: names }]) => [
      `<details><summary><code>${file.replace('tests/', '')}</code>: ${names.length} of ${count}${witness === witnessOf(file) ? '' : ', before it was changed'}</summary>`,
      '',
      ...(keptTests[file] ? [keptTests[file], ''] : []),
      ...names.map((name) => `- ${name.replaceAll('<', '&lt;')}`),
      '',
      '</details>',
      ''
    ])

/**
 * What the list of mistakes leaves in peace: a test that none brought down is superfluous, blind, or holds what nobody
 * has spoiled yet. The rules of `workflows` are spoiled by machine elsewhere, and their tests are not counted as missing.
 */
export const untouchedPage = (measured: Measured = readMeasured()): string =>
  [
    '# Tests that no mistake made by hand brings down',
    '',
    '_Written by `npm run docs` from `verify/mutation/house/` and from what `npm run mutants -- --write` has found: do not edit it._',
    '',
    'A test is to be looked at where no mistake of its file brought it down: it goes, it learns to see, or a mistake that it sees joins the list. Where it was looked at and stays, the file says why.',
    '',
    '## Tests that never fell, by file',
    '',
    ...never(measured),
    '## Files of tests that no mistake names, by folder',
    '',
    'The rules of `workflows` are spoiled by machine (`npm run mutation`) and by `npm run verify:mutants`, whose tests are not named here.',
    '',
    '| Folder of `tests` | Files | Without a mistake |',
    '|---|---|---|',
    ...unnamed()
  ]
    .join('\n')
    .concat('\n')
