import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { testApp } from '../support/running/app.ts'
import type { Urls } from '../support/running/db.ts'
import { openHouse, type House } from './house/house.ts'
import { killed } from './mutants.ts'
import { another, begun, readBack, written } from './twins.ts'

// One share of a long run, or the mutants at its end, with a database and an application of its own. After each life it writes down how far it is, so
// that a run that was stopped goes on from there.

export type Share = {
  urls: Urls
  seed: number
  /** Whether what stands open is tried too. */
  tries: boolean
  pairs: number
  lives: number
  /** How many twins each life has, where not as many as a whole run gives it. */
  twins?: number
  file: string
  /** Whether the association of most stories works in teams, and a colleague of another team reads as well. */
  inTeams?: boolean
  /** For which house somebody who sits in the cell works as well. */
  second?: string | null
  /** Runs the mutants instead, and writes down what was seen of each. */
  mutants?: boolean
}

const share = JSON.parse(process.argv[2]!) as Share

const keep = (text: string) => {
  writeFileSync(`${share.file}.part`, text)
  renameSync(`${share.file}.part`, share.file)
}

const telling = async (house: House) => {
  const progress = existsSync(share.file) ? readBack(readFileSync(share.file, 'utf8')) : begun()
  while (progress.lives < share.lives && progress.results.pairs < share.pairs) {
    await another(house, progress, share)
    keep(written(progress))
    process.send?.({ pairs: progress.results.pairs, lives: progress.lives })
  }
}

mkdirSync(new URL('../../test-results/twins/', import.meta.url), { recursive: true })
const { inTeams = false, second = null } = share
const opening = { inTeams, second }
const house = await openHouse((given) => testApp({ ...given, urls: share.urls, web: true }), opening)
if (share.mutants) keep(JSON.stringify(await killed(house)))
else await telling(house)
await house.close()
process.disconnect?.()
