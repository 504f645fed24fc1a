import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import type { Person } from '../support/person.ts'
import { keepPictures, openStage } from '../support/stage.ts'
import { asksToVote, isThere, plansMeeting, presses, readsMeeting } from '../support/steps.meeting.ts'

const stage = await forFile(openStage())
const seats = [
  ['membre.69', 'Idris Benali'],
  ['membre.69.ase', 'Emma Rousseau'],
  ['membre.69.sante', 'Agathe Lemoine']
] as const

describe('without a line of JavaScript, from the secretary’s desk and from those of the members', () => {
  it('a meeting is planned, convened, attended, voted in and held, and the person is presumed', async () => {
    await stage.wait()
    const { tell, day } = stage
    const id = await tell.flagged('asso.rhone', { metOn: day() })
    await tell.act('cellule.69', id, 'triage.start')
    const plain = (login: string) => stage.enter(login, { javaScript: false })
    const cell = await plain('cellule.69')
    const members: Person[] = []
    for (const [login] of seats) members.push(await plain(login))
    keepPictures(cell, ...members)
    const meeting = await plansMeeting(cell, `${day()}T23:45`, 'Salle haute')
    await presses(cell, 'Convoquer les membres', 'convoquée')
    await members[0]!.open(`${meeting}/convocation`)
    expect(await members[0]!.text()).toContain('Salle haute')
    await cell.open(meeting)
    await presses(cell, 'Ouvrir la séance', 'en séance')
    for (const [nth, [, who]] of seats.entries()) await isThere(cell, who, 'sur place', `${nth + 1}/3`)
    for (const member of members) {
      await member.open(meeting)
      await asksToVote(member, 'Pour', '#point-1')
      await presses(member, 'Voter : Pour', 'Votre vote est enregistré', '#point-1')
    }
    await cell.open(meeting)
    await presses(cell, 'Clore le vote et décider', 'décidé', '#point-1')
    await presses(cell, 'Clore la séance', 'tenue')
    expect((await readsMeeting(cell, meeting)).items.map(({ state }) => state.id)).not.toContain('waiting')
    const worker = await plain('asso.rhone')
    await worker.open(`/dossiers/${id}`)
    expect(await worker.text()).toMatch(/Victime présumée/)
  })

  it('no page of it is broken, or says too much in its title', () => stage.expectCleanPages())
}, 120_000)
