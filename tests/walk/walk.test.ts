import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openStage } from '../journeys/support/stage.ts'
import { forFile } from '../support/for-file.ts'
import { roles } from '../../policies/actor.ts'
import { walkAll, walkedActs, walkedBy, type WalkedAct } from './acts.ts'
import { answersWithin, comingNames } from './coming.ts'
import { deskPage, notYet, withComing, writtenComings, writtenCosts } from './report.ts'
import { comingToPhone } from './slow.ts'

// `npm run walk` writes what it counted; elsewhere what is written may not grow.
const writing = process.env['WALK'] === 'write'
const page = new URL('../../docs/desks.md', import.meta.url)

const stage = await forFile(openStage())

it('every role that acts has an act that is walked', () => {
  expect(Object.keys(walkedBy).toSorted()).toEqual(Object.keys(roles).toSorted())
})

it('no act costs more screens, presses or typing than docs/desks.md says', async () => {
  const walked = await walkAll(stage)
  const stored = readFileSync(page, 'utf8')
  if (writing) writeFileSync(page, deskPage(stored, walked))
  const written = writtenCosts(readFileSync(page, 'utf8'))
  expect(Object.keys(written).toSorted()).toEqual(Object.keys(walkedActs).toSorted())
  const dearer = (Object.keys(walkedActs) as WalkedAct[]).filter((act) => {
    const [now, most] = [walked[act], written[act]!]
    return now.screens > most.screens || now.clicks > most.clicks || now.typed > most.typed
  })
  expect(
    dearer.map((act) => ({ act, now: walked[act], written: written[act] })),
    'lighten the act again, or say why it is worth it and run npm run walk'
  ).toEqual([])
  expect(notYet(written), 'aimed at, and not reached').toEqual([])
}, 1_200_000)

it.runIf(writing)(
  'how the pages come to a slow phone is written down',
  async () => {
    const { page: desk } = await stage.enter('asso.rhone', { phone: true })
    await desk.goto('/dossiers')
    const path = await desk.locator('main a[href^="/dossiers/"]').first().getAttribute('href')
    const comings = {
      'first page after a sign-in': await comingToPhone(desk, '/aujourdhui'),
      'a case, as its referent reads it': await comingToPhone(desk, path!),
      'first screen of a report': await comingToPhone(desk, '/signaler/maintenant')
    }
    writeFileSync(page, withComing(readFileSync(page, 'utf8'), comings))
    // What a page is made of is held by tests/journeys/first/slow.test.ts at a desk where nothing was done yet; here a day's work stands.
    const written = writtenComings(readFileSync(page, 'utf8'))
    expect(Object.keys(written)).toEqual(comingNames)
    const late = comingNames.filter((words) => written[words]!.end > answersWithin)
    expect(late).toEqual([])
  },
  300_000
)
