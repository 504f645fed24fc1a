import { parseArgs } from 'node:util'
import { putBack, standWhole, unseenIn } from '../put-back.ts'
import { areas, mistakes } from './list.ts'
import { keepOutcomes } from './page.ts'
import { shareOf } from './share.ts'

// `--only TEXT`: those whose sentence, file, test or area contains it. `--share N/M`: the Nth of M parts. `--write`: keeps the outcome.
const { values } = parseArgs({
  options: { only: { type: 'string' }, share: { type: 'string' }, write: { type: 'boolean' } }
})
// Cut short, it takes its copies and its PostgreSQL with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const wanted = values.only ?? ''
const named = Object.entries(areas).flatMap(([area, list]) =>
  list.filter(({ why, file, seen, sql = '' }) =>
    [area, why, file, seen, sql].some((text) => text.includes(wanted))
  )
)
const asked = values.share === undefined ? named : shareOf(named, values.share)

if (asked.length === 0) throw new Error('no mistake of the list is asked for')
if (!(await standWhole([...new Set(asked.map(({ seen }) => seen))])))
  throw new Error('the tests are not green as they stand: they would see everything')
const outcomes = await putBack(asked)
const unseen = new Set(unseenIn(outcomes))
for (const [area, list] of Object.entries(areas)) {
  const run = list.filter(({ why }) => outcomes.has(why))
  if (run.length > 0)
    console.log(`${area}: ${run.filter(({ why }) => !unseen.has(why)).length} of ${run.length} seen`)
}
console.log(`${outcomes.size - unseen.size} of ${outcomes.size} seen; ${mistakes.length} in the list`)
if (values.write) keepOutcomes(outcomes)
const argued = new Set(mistakes.flatMap((one) => (one.argued ? [one.why] : [])))
if ([...unseen].some((why) => !argued.has(why))) process.exitCode = 1
