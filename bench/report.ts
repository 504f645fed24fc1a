import { readFileSync, writeFileSync } from 'node:fs'
import { aims, type AimName } from './aims.ts'
import type { Report } from './run.ts'
import { marked, marksOf, withPart } from '../docs/generate/marked.ts'

const [json, page, readme] = ['../docs/bench.json', '../docs/bench.md', '../README.md'].map(
  (path) => new URL(path, import.meta.url)
) as [URL, URL, URL]

const marks = marksOf('bench', 'npm run bench -- --write')

const row = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n')

const sizesOf = ({ sizes }: Report) => sizes.map((size) => size.toLocaleString('en')).join(' and ')

const conditions = (report: Report) => {
  const { on, cores, load, node, postgres, floor, start } = report
  return `Of ${on}: ${cores} cores, load ${load.join(', ')} (of more than the bench where above ${cores + 1}), Node ${node.slice(1)}, PostgreSQL ${postgres}; ${sizesOf(report)} cases, memory after ${start.requests.toLocaleString('en')} requests. Floor \`bench/floor.ts\`, sha256 \`${floor.slice(0, 16)}…\`.`
}

const aimsTable = (report: Report) =>
  table(
    ['aim', 'aimed at', 'reached', ''],
    // Those of that run: an aim that came since is said with the next.
    (Object.keys(report.aims) as AimName[]).map((name) => {
      const { aim, reached, pass } = report.aims[name]
      return [aims[name].words, aim, reached ?? 'not measured here', pass ? 'yes' : '**missed**']
    })
  )

type Side = Report['results'][number]['app']

const sideOf = (side: Side | undefined) =>
  side
    ? [side.perSecond, side.p50, side.nodeMicros, side.postgresMicros ?? '–', side.statements, side.bytes]
    : ['–', '–', '–', '–', '–', '–']

const measuresTable = ({ results }: Report) =>
  table(
    [
      'what',
      'side',
      'a second',
      'p50 ms',
      'Node µs',
      'PostgreSQL µs',
      'statements',
      'bytes',
      'ratio',
      'by CPU'
    ],
    results.flatMap(({ measure, as, cases, app, floor, ratio, cpuRatio }) => [
      [
        `${measure}, ${as}, ${cases.toLocaleString('en')} cases`,
        'MNIO',
        ...sideOf(app),
        ratio ?? '',
        cpuRatio ?? ''
      ],
      ...(floor ? [['', 'floor', ...sideOf(floor), '', '']] : [])
    ])
  )

/** docs/bench.md, as its figures write it. */
export const pageOf = (report: Report): string =>
  `# Speed, measured

_Written by \`npm run bench -- --write\` from docs/bench.json: do not edit it._

${conditions(report)}

## Aims

${aimsTable(report)}

## Every measure

Rates and p50 are of ${report.connections} connections, medians of ${report.rounds} rounds of ${report.secondsEach} s in which MNIO and its floor take turns. µs and statements
are of one request, of all processes of PostgreSQL by the scheduler: they hold on a busy machine, where rates do not, and so does the ratio by CPU.

${measuresTable(report)}

A case takes ${report.bytesPerCase.toLocaleString('en')} bytes with its indexes. Clocks that are due: ${report.clocks.perSecond} a second through the gate by one process (${report.clocks.fired} fired, ${report.clocks.failed} set back).
Second start to health: ${report.start.secondStartSeconds} s with PostgreSQL, ${report.start.cpuSeconds ?? '–'} s of CPU in Node; memory of the server after ${report.start.requests.toLocaleString('en')} mixed requests: ${report.start.megabytes ?? '–'} MB.

## How

Cases that are only read are rows of the real shape, filled in by copies and never through the gate; cases that are acted on were
flagged through it. PostgreSQL flushes each commit; no worker runs. Then \`vacuum analyze\`, and fresh connections on both sides.
The floor is bare Fastify and prepared SQL on the same PostgreSQL without row security, which writes the JSON itself: one query for a
read, the nine statements that an act cannot do without. Its source is \`bench/floor.ts\`, sha256
\`${report.floor}\`;
a test holds this page to it. Options: \`--cases N\` (up to 1,000,000), \`--rounds N\`, \`--quick\`, \`--strict\` (an aim missed fails), \`--write\`.
`

/** README's part between its marks. */
export const partOf = (report: Report): string =>
  marked(
    marks,
    `${conditions(report)} Every measure: [docs/bench.md](docs/bench.md).\n\n${aimsTable(report)}`
  )

export const writeReport = (report: Report): void => {
  writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`)
  writeFileSync(page, pageOf(report))
  writeFileSync(readme, withPart(readFileSync(readme, 'utf8'), marks, partOf(report)))
}
