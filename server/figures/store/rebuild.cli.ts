import { parseArgs } from 'node:util'
import { loadConfig } from '../../config.ts'
import { openDatabase, openOwner } from '../../db/client.ts'
import { drizzleOn } from '../../db/context.ts'
import { embeddedDataExists, startEmbedded } from '../../db/embedded/embedded.ts'
import { masterKeyFile, openKeys } from '../../keys.ts'
import { createLog } from '../../log.ts'
import { prepareDatabase } from '../../prepare.ts'
import { recountCells } from './recount.ts'
import { countedTables } from './tables.ts'
import { rebuild } from './count.ts'
import { drawPersons, moveOne } from './synthetic.ts'

// Counts the nation's figures from the beginning: `npm run figures:rebuild`. With `-- --synthetic N`, in an empty database, draws N
// persons instead, says what counting them costs, and leaves none behind.

const { values } = parseArgs({ options: { synthetic: { type: 'string' } } })
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

const measure = async (persons: number, year: number) => {
  await prepareDatabase(ownerUrl, { config, keys, log })
  const owner = openOwner({ url: ownerUrl, keys, log })
  const stats = drizzleOn(db.stats)
  // Refused where anybody is there: only what it drew is removed.
  await timed(`${persons} persons drawn`, () => drawPersons(owner, persons, year))
  try {
    await owner.query('vacuum analyze stat.person')
    await timed('every cell counted', () => stats.transaction(recountCells))
    await owner.query('vacuum analyze stat.cell')
    await timed('every table read', () => stats.transaction((tx) => countedTables(tx, year)))
    await timed('one person moved', () => stats.transaction((tx) => moveOne(tx, year, new Date())))
    await timed('every table of a past day counted', () =>
      stats.transaction((tx) => countedTables(tx, year, { asOf: new Date() }))
    )
  } finally {
    await owner.query('truncate stat.person, stat.cell')
    await owner.end()
  }
}

try {
  if (values.synthetic !== undefined) await measure(Number(values.synthetic), new Date().getFullYear())
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
