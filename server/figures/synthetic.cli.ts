import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openFile } from '../../figures/synthetic/open/open-file.ts'
import { thresholds } from '../../figures/mask/mask.ts'
import { usualNoise } from '../../figures/noise/deviations.ts'
import { mulberry32 } from '../demo/world/mulberry.ts'
import type { PublicationView } from '../views/figures/releases.ts'

// An open file of invented persons, from what /api/publications answers to anybody: no database, no key, no other file is read.

const { values } = parseArgs({
  options: {
    /** What /api/publications answered, kept as a file. */
    release: { type: 'string' },
    /** Where the four files go. */
    to: { type: 'string', default: '.' },
    seed: { type: 'string', default: '1' }
  }
})

/** What partners read says more than is published, and so would persons drawn from it. */
const isPublic = ({ territory, tables }: PublicationView) =>
  territory === null && tables.every(({ threshold }) => threshold === thresholds.public)

const made = (file: string) => {
  const answer = JSON.parse(readFileSync(file, 'utf8')) as PublicationView
  const { publication, tables } = answer
  if (publication === null || tables.length === 0) return null
  if (!isPublic(answer))
    throw new Error('These are the tables of partners: only what the public reads is drawn from')
  const next = mulberry32(Number(values.seed))
  return openFile(
    {
      ...{ number: publication.number, version: publication.version, year: publication.year },
      ...{ threshold: tables[0]!.threshold, maximumDeviation: usualNoise.deviation },
      tables: tables.map(({ id, dimensions, shown }) => ({
        ...{ id, shown },
        dimensions: dimensions.map((one) => ({
          ...{ name: one.id, several: one.several },
          values: one.values.map(({ code }) => code)
        }))
      }))
    },
    Number(values.seed),
    (end) => next() % end
  )
}

const file = values.release === undefined ? null : made(values.release)
if (file === null) {
  console.log('curl -s SERVER/api/publications > release.json')
  console.log('npm run figures:synthetic -- --release release.json --to FOLDER [--seed N]')
  process.exitCode = 2
} else {
  const { csv, metadata, fidelity, attack } = file
  const kept = { 'synthetic.csv-metadata.json': metadata, 'fidelity.json': fidelity, 'attack.json': attack }
  writeFileSync(join(values.to, 'synthetic.csv'), csv)
  for (const [name, content] of Object.entries(kept))
    writeFileSync(join(values.to, name), `${JSON.stringify(content, null, 2)}\n`)
  for (const { id, tried, members, holdout, advantage, chance, passed } of attack.rehearsal.attempts)
    console.log(
      `${id}: ${passed ? 'no leak' : 'LEAK'}, ${members} of ${tried} on those counted, ${holdout} on others, advantage ${advantage} where chance makes ${chance}`
    )
  for (const one of fidelity)
    console.log(
      `${one.table}: ${one.near} of ${one.cells} shown cells near, off by ${one.meanDeviation} on average, ${one.largestDeviation} at most`
    )
}
