import { parseArgs } from 'node:util'
import { putBack } from '../put-back.ts'
import { askedOf, countsOf, exitCodeOf } from './asked.ts'
import { readMeasured, standingOf, withFound, writeMeasured } from './kept.ts'
import { areas } from './list.ts'
import { writePages } from './page.ts'

// `--only TEXT`, `--share N/M`: which of the list. `--missing`: of these, those that no run has made as they and their tests stand.
// `--write`: keeps each outcome as it comes; so a run that is cut goes on with `--missing`.
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    share: { type: 'string' },
    missing: { type: 'boolean' },
    write: { type: 'boolean' }
  }
})
// Cut short, it takes its copies and its PostgreSQL with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    if (values.write) writePages()
    process.exit(130)
  })

const before = readMeasured()
const standing = values.missing
  ? (mistake: (typeof areas)[string][number]) => ['seen', 'not seen'].includes(standingOf(mistake, before))
  : undefined
const asked = askedOf(areas, { only: values.only, share: values.share, standing })
const outcomes = await putBack(asked, (found) => {
  if (values.write) writeMeasured(withFound(readMeasured(), found))
})
for (const line of countsOf(areas, outcomes)) console.log(line)
if (values.write) writePages()
process.exitCode = exitCodeOf(areas, outcomes)
