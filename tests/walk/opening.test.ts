import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openEmpty } from '../journeys/support/empty.ts'
import { forFile } from '../support/for-file.ts'
import { openingParts, walkOpening, type OpeningPart } from './opening.ts'
import { minutesOf, withOpening, writtenOpening } from './report.ts'

const writing = process.env['WALK'] === 'write'
const page = new URL('../../docs/desks.md', import.meta.url)

const stage = await forFile(openEmpty())

it('to open the house and to invite a colleague costs no more than docs/desks.md says', async () => {
  const opened = await walkOpening(stage)
  if (writing) writeFileSync(page, withOpening(readFileSync(page, 'utf8'), opened))
  const written = writtenOpening(readFileSync(page, 'utf8'))
  expect(Object.keys(written)).toEqual(Object.keys(openingParts))
  const dearer = (Object.keys(opened) as OpeningPart[]).filter((part) => {
    const [now, most] = [opened[part], written[part]!]
    return now.screens > most.screens || now.clicks > most.clicks || now.typed > most.typed
  })
  for (const part of Object.keys(opened) as OpeningPart[])
    expect(minutesOf(opened[part]), part).toBeLessThanOrEqual(openingParts[part].aim)
  expect(dearer.map((part) => ({ part, now: opened[part], written: written[part] }))).toEqual([])
}, 300_000)
