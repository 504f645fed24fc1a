import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { mutants } from './mutants.list.ts'

// Loaded before everything else: one file of the house is read with one guard taken away; nothing on disk changes.
const mutant = mutants[Number(process.env['MUTANT'])]!
const url = pathToFileURL(mutant.file).href
const source = readFileSync(mutant.file, 'utf8')
if (!source.includes(mutant.find)) {
  console.error(`${mutant.file} no longer holds what ${mutant.property} takes away`)
  process.exit(9)
}

registerHooks({
  load: (wanted, context, next) =>
    wanted === url
      ? {
          format: 'module-typescript',
          source: source
            .replace(mutant.find, () => mutant.replace)
            .replace('designCodes }', 'designCodes, deadlineCodes }'),
          shortCircuit: true
        }
      : next(wanted, context)
})
