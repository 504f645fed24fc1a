import { parseArgs } from 'node:util'
import type { Earlier } from '../../figures/release/gate.ts'
import { loadConfig } from '../config.ts'
import { openDatabase, openOwner } from '../db/client.ts'
import { drizzleOn } from '../db/context.ts'
import { embeddedDataExists, startEmbedded } from '../db/embedded/embedded.ts'
import { masterKeyFile, openKeys } from '../keys.ts'
import { createLog } from '../log.ts'
import { prepareDatabase } from '../prepare.ts'
import { Late } from './gate/run.ts'
import { attackApart } from './releases/attacking.ts'
import { countRelease, type Counting } from './releases/making.ts'
import { recountCells } from './store/recount.ts'
import { countedTables } from './store/tables.ts'
import { rebuild } from './store/count.ts'
import { drawPersons, moveOne } from './store/synthetic.ts'

// Counts the nation's figures from the beginning: `npm run figures:rebuild`. With `-- --synthetic N`, in an empty database, draws N
// persons instead, flagged by two associations of each département, says what counting, protecting and attacking a release of them
// costs, within the limits of any release, and leaves none behind; with `--releases 5` one after the other, each attacked with those before.

const { values } = parseArgs({
  options: { synthetic: { type: 'string' }, releases: { type: 'string', default: '1' } }
})
const config = loadConfig(process.env)
const log = createLog('silent')
const keys = openKeys(
  masterKeyFile(config),
  values.synthetic !== undefined && !embeddedDataExists(config.dataDir)
)
const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, keys, log })
const db = openDatabase({ url: embedded?.url ?? config.databaseUrl ?? '', keys, log, size: 2 })
const ownerUrl = embedded?.ownerUrl ?? config.databaseUrl ?? ''

const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const started = performance.now()
  const done = await work()
  console.log(`${what}: ${Math.round(performance.now() - started)} ms`)
  return done
}

/** One release, attacked with those before it; undefined where the attack did not end in its time. */
const release = async (row: Counting, before: readonly Earlier[]) => {
  const made = await timed(`${row.quarter} counted, with its noise and its mask`, () =>
    countRelease({ stats: db.stats, keys }, row, before)
  )
  const judged = await timed(`attacked, by ${made.contributors.length} contributors as well`, () =>
    attackApart(made, () => {}).catch((error: unknown) => {
      if (error instanceof Late) return error
      throw error
    })
  )
  if (judged instanceof Late) return console.log(`  refused: ${judged.message}`)
  for (const { id, passed, found, tried } of judged.attacks)
    console.log(`  ${id}: ${passed ? 'withstood' : 'recovered'} (${found} of ${tried})`)
  return { asOf: made.asOf, tables: judged.tables, beside: judged.beside }
}

const quarters = [1, 2, 3, 4, 4]
/** The year as it is published: four quarters, then the whole year; or one release of the year alone. */
const releasesOf = async (year: number, releases: number) => {
  const before: Earlier[] = []
  for (const quarter of releases === 1 ? [4] : quarters.slice(0, releases)) {
    const row = {
      quarter: `${year}-Q${quarter}`,
      asOf: new Date(Date.UTC(year, 3 * quarter, 1, 0, before.length)),
      leftOut: []
    }
    const made = await release(row, before)
    if (!made) return
    before.push(made)
  }
}

const measure = async (persons: number, year: number, releases: number) => {
  await prepareDatabase(ownerUrl, { config, keys, log })
  const owner = openOwner({ url: ownerUrl, keys, log })
  const stats = drizzleOn(db.stats)
  // Refused where anybody is there: only what it drew is removed.
  await timed(`${persons} persons drawn`, () => drawPersons(owner, persons, year, { registrars: 2 }))
  try {
    await owner.query('vacuum analyze stat.person')
    await timed('every cell counted', () => stats.transaction(recountCells))
    await owner.query('vacuum analyze stat.cell')
    await timed('every table read', () => stats.transaction((tx) => countedTables(tx, year)))
    await timed('one person moved', () => stats.transaction((tx) => moveOne(tx, year, new Date())))
    await timed('every table of a past day counted', () =>
      stats.transaction((tx) => countedTables(tx, year, { asOf: new Date() }))
    )
    await timed('released in all', () => releasesOf(year, releases))
  } finally {
    await owner.query('truncate stat.person, stat.cell')
    await owner.end()
  }
}

try {
  if (values.synthetic !== undefined)
    await measure(Number(values.synthetic), new Date().getFullYear(), Number(values.releases))
  else {
    const { cases, wrong } = await rebuild(db.stats, keys, (done) => {
      if (done % 1000 === 0) console.log(`${done} cases`)
    })
    console.log(`${cases} cases counted; ${wrong} cells were not what they should have been.`)
  }
} finally {
  await db.close()
  await embedded?.stop()
}
