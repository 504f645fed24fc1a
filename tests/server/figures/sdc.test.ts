import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { execFileSync, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { chanceFrom } from '../../../verify/chance.ts'

const command = fileURLToPath(new URL('../../../server/figures/sdc.cli.ts', import.meta.url))
const drawing = fileURLToPath(new URL('../../../bench/figures/table.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'sdc-'))
afterAll(() => rmSync(folder, { recursive: true }))

// A machine at other work takes longer, and does no more.
const timed = `data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => console.log('processor', process.cpuUsage().user / 1e6, 's'))`
)}`

const sdc = (name: string, text: string, ...more: string[]) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return new Promise<{ status: number | null; said: string }>((resolve) => {
    const run = spawn(process.execPath, ['--import', timed, command, '--table', file, ...more])
    let said = ''
    for (const stream of [run.stdout, run.stderr]) stream.on('data', (part) => (said += String(part)))
    run.on('close', (status) => resolve({ status, said }))
  })
}

// sdcTable 0.34 (R), microdata1: one cell is named, and three more are the fewest that hide it.
const inner: Record<string, number> = {
  ...{ 'A|female': 2, 'A|male': 18, 'B|female': 19, 'B|male': 14 },
  ...{ 'C|female': 10, 'C|male': 12, 'D|female': 14, 'D|male': 11 }
}
const margins = {
  ...{ 'A|tot': 20, 'B|tot': 33, 'C|tot': 22, 'D|tot': 25 },
  ...{ 'tot|female': 45, 'tot|male': 55, 'tot|tot': 100 }
}
const fixture = {
  id: 'microdata1',
  ...{ rows: [...'ABCD'], cols: ['female', 'male'], values: { ...inner, ...margins } }
}
const fixtures = (more: object) =>
  JSON.stringify({ note: '', fixtures: [{ ...fixture, source: '', ...more }] })

// Home Office, National Referral Mechanism 2023: adults referred by organisations, as published (Open Government Licence v3.0).
const referred: Record<string, [female: number, male: number]> = {
  ...{ BAWSO: [8, 2], "Barnardo's": [0, 2], "Belfast and Lisburn Women's Aid": [11, 0], Kalayaan: [22, 0] },
  ...{ 'Medaille Trust': [27, 13], 'Migrant Help': [49, 170], 'Refugee Council': [1, 0] },
  ...{ 'The Salvation Army': [118, 199], TARA: [7, 0], Unseen: [6, 4], 'Youth Work Alliance': [0, 0] }
}

/** How many cells were hidden with the small ones, and how many no pattern can do without. */
const hiddenIn = (said: string): [hidden: number, least: number] => {
  const [, hidden, least] = /(\d+) with them \(no fewer (?:than (\d+) )?would do/.exec(said)!
  return [Number(hidden), Number(least ?? hidden)]
}

describe('npm run sdc', () => {
  test('hides what a fixture names with the fewest others, attacks it to the end, and says the intervals', async () => {
    const { status, said } = await sdc('one.json', fixtures({ primary: ['A|female'] }), '--threshold', '5')
    expect(status).toBe(0)
    expect(said).toMatch(/1 hidden first, 3 with them \(no fewer would do\)/)
    expect(said).toMatch(/A\|female +2 hidden in 0-\d+/)
    expect(said).toMatch(/attacked: 1 of 1 demands, 0 not met/)
  })

  test('hides every small count where a fixture names none', async () => {
    const { status, said } = await sdc('small.json', fixtures({}), '--threshold', '11')
    expect(status).toBe(0)
    expect(said).toMatch(/2 hidden first/)
  })

  test('reads a CSV of three dimensions, and tells of a large one a bound that no pattern can do without', async () => {
    const below = chanceFrom(4)
    const rows = Array.from({ length: 18 * 8 * 6 }, (_, at) =>
      [`d${Math.floor(at / 48)}`, `f${Math.floor(at / 6) % 8}`, `a${at % 6}`, below(30)].join(',')
    )
    const csv = ['place,form,age,n', ...rows].join('\n')
    const { said } = await sdc('large.csv', csv, '--threshold', '11', '--seconds', '12')
    const [, hidden, least] = /hidden first, (\d+) with them \(no fewer than (\d+) would do/.exec(said)!
    expect(Number(hidden)).toBeGreaterThanOrEqual(Number(least))
    expect(said).toContain('0 not met')
  }, 90_000)

  test.each(['5', '11'])(
    'hides little more than the least of what was really published, at %s',
    async (threshold) => {
      const rows = Object.entries(referred).flatMap(([by, [female, male]]) => [
        `"${by}",female,${female}`,
        `"${by}",male,${male}`
      ])
      const csv = ['responder,sex,n', ...rows].join('\n')
      const { status, said } = await sdc(`nrm-${threshold}.csv`, csv, '--threshold', threshold)
      const [hidden, least] = hiddenIn(said)
      expect([status, said.includes(' 0 not met')], said).toEqual([0, true])
      expect(hidden).toBeLessThanOrEqual(1.15 * least + 1)
    }
  )

  test('hides and attacks a table of 14,688 cells within a minute of processor time', async () => {
    const drawn = execFileSync(process.execPath, [drawing], { encoding: 'utf8' })
    expect(drawn.trim().split('\n')).toHaveLength(1 + 14_688)
    const { status, said } = await sdc('whole.csv', drawn, '--threshold', '11')
    expect(Number(/processor ([\d.]+) s/.exec(said)![1])).toBeLessThan(60)
    // Late is no failure of the pattern: a machine that is busy attacks fewer demands, and says so.
    expect([0, 3], said).toContain(status)
    expect(said).toContain(' 0 not met')
  }, 120_000)

  test('does not end well where time was over before the attack was', async () => {
    const below = chanceFrom(2)
    const rows = Array.from({ length: 72 }, (_, at) => `d${Math.floor(at / 6)},f${at % 6},${1 + below(9)}`)
    const csv = ['place,form,n', ...rows].join('\n')
    const late = await sdc('late.csv', csv, '--threshold', '11', '--seconds', '0')
    const [, attacked, demands] = /attacked: (\d+) of (\d+) demands, 0 not met/.exec(late.said)!
    expect([late.status, Number(attacked) < Number(demands)]).toEqual([3, true])
    expect((await sdc('late.csv', csv, '--threshold', '11')).status).toBe(0)
  }, 90_000)

  test.each([
    ['no threshold that hides anything', fixtures({}), ['--threshold', '1']],
    [
      'a table that does not add up',
      fixtures({ values: { ...fixture.values, 'tot|tot': 7 } }),
      ['--threshold', '5']
    ]
  ])('refuses %s', async (_what, text, more) => {
    expect((await sdc('wrong.json', text, ...more)).status).toBe(2)
  })
})
