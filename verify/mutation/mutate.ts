import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { editsOf } from './mutant.ts'
import { mutants } from './mutants.list.ts'

// Loaded before everything else: one file of the house is read with one guard taken away; nothing on disk changes.
const mutant = mutants[Number(process.env['MUTANT'])]!
const url = pathToFileURL(mutant.file).href
const source = readFileSync(mutant.file, 'utf8')
const edits = editsOf(mutant)
if (edits.some(({ find }) => !source.includes(find))) {
  console.error(`${mutant.file} no longer holds what ${mutant.property} takes away`)
  process.exit(9)
}

registerHooks({
  load: (wanted, context, next) =>
    wanted === url
      ? {
          format: 'module-typescript',
          source: edits.reduce((text, { find, replace }) => text.replace(find, () => replace), source),
          shortCircuit: true
        }
      : next(wanted, context)
})
