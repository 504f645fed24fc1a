import { fork } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { standPostgres } from '../support/running/postgres.ts'
import { besides } from './house/apart.ts'
import { known, writeKnown } from './verdict/known.ts'
import type { Killed } from './mutants.ts'
import { pageOf } from './verdict/page.ts'
import { hiddenTimes, ofMutants, report } from './verdict/report.ts'
import { merged } from './results.ts'
import { readBack, sample } from './twins.ts'
import { failings, whole } from './verdict/verdict.ts'
import type { Share } from './worker.ts'

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    /** Forget what an earlier run of this seed had done. */
    anew: { type: 'boolean', default: false },
    /** Write the list of what is known again, from the sample that the test suite takes. */
    known: { type: 'boolean', default: false },
    /** Run the mutants too, as a whole run does in any case. */
    mutants: { type: 'boolean', default: false },
    /** Write docs/twins.md: of a whole run alone, since a cell of a short one may hold no answer. */
    write: { type: 'boolean', default: false }
  }
})

const say = (line: string) => console.log(line)
const workers = values.known ? 1 : Number(values.workers)
const seed = values.known ? sample.seed : Number(values.seed)

// Every other worker tells its lives in teams.
if (!values.known && workers < 2) throw new Error('two workers at least: one of them tells lives in teams')

const fileOf = (worker: number) =>
  fileURLToPath(
    new URL(
      `../../test-results/twins/${values.known ? 'known' : `${seed}-${workers}-${worker}`}.json`,
      import.meta.url
    )
  )

const shareOf = (worker: number, urls: Share['urls']): Share => ({
  urls,
  seed: seed + worker * 7919,
  tries: !values.known || sample.tries,
  pairs: values.known ? Infinity : Math.ceil(Number(values.n) / workers),
  lives: values.known ? sample.lives : 1e9,
  ...(values.known && { twins: sample.twins }),
  file: fileOf(worker),
  inTeams: !values.known && worker % 2 === 1,
  second: !values.known && worker % 2 === 0 ? besides : null
})

const working = (worker: number, share: Share): Promise<string> =>
  new Promise((done, failed) => {
    const given = JSON.stringify({ ...share, pairs: Number.isFinite(share.pairs) ? share.pairs : 1e9 })
    const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [given])
    child.on('message', ({ pairs, lives }: { pairs: number; lives: number }) => {
      if (lives % 10 === 0) say(`worker ${worker}: ${pairs} twins of ${lives} lives`)
    })
    child.on('error', failed)
    child.on('exit', (code) =>
      code === 0
        ? done(readFileSync(share.file, 'utf8'))
        : failed(new Error(`worker ${worker} ended with ${code}`))
    )
  })

const mutantsRun = async (urls: Share['urls']): Promise<Killed> => {
  const file = fileURLToPath(new URL('../../test-results/twins/mutants.json', import.meta.url))
  return JSON.parse(
    await working(workers, { urls, seed, tries: false, pairs: 0, lives: 0, file, mutants: true })
  ) as Killed
}

const page = new URL('../../docs/twins.md', import.meta.url)

const started = performance.now()
const shares = Array.from({ length: workers }, (_, worker) => fileOf(worker))
if (values.anew || values.known) for (const file of shares.filter(existsSync)) rmSync(file)
const { stop, ...urls } = await standPostgres()
try {
  const all = (await Promise.all(shares.map((_, worker) => working(worker, shareOf(worker, urls))))).map(
    readBack
  )
  const results = merged(all.map((one) => one.results))
  if (values.known) writeKnown(results)
  const times = hiddenTimes(all.map(({ tally }) => tally))
  for (const line of report(results, times)) say(line)
  const { exceptions } = known()
  const mutants = values.mutants || values.write || results.pairs >= whole ? await mutantsRun(urls) : null
  if (mutants) for (const line of ofMutants(mutants)) say(line)
  const run = { results, times, exceptions, mutants }
  const asked = `--n ${values.n} --seed ${seed} --workers ${workers}`
  if (values.write && mutants && results.pairs >= whole)
    writeFileSync(page, pageOf({ ...run, mutants, seed, asked }))
  else if (values.write) say(`docs/twins.md is left as it is: it is written from ${whole} twins on`)
  const failed = failings(run)
  for (const line of failed) say(line)
  if (failed.length > 0 && !values.known) process.exitCode = 1
  say(`${Math.round((performance.now() - started) / 1000)} s`)
} finally {
  await stop()
}
