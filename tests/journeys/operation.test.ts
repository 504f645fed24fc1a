import { beforeAll, describe, expect, it } from 'vitest'
import { textOfPdf } from '../support/meetings.ts'
import { aFlag } from '../support/world.ts'
import { asks, forces, sends } from './support/api.ts'
import type { Person } from './support/person.ts'
import { everything } from './support/reading.ts'
import { keepPictures, openStage } from './support/stage.ts'
import { flagsAnother, flagsSomeone, type Met } from './support/steps.flag.ts'
import { everyCase, flagged, seeksTriage, ticksAll, triages, triagesTicked } from './support/steps.triage.ts'
import {
  asksToVote,
  decidesTheRest,
  isThere,
  plansMeeting,
  presses,
  readsMeeting,
  speaksOnTheRest
} from './support/steps.meeting.ts'
import { forFile } from '../support/for-file.ts'

let police: Person
let cell: Person
let members: Person[]
let meeting: string

const fifty = 50
const inTheBrowser = 3

const met: Met = {
  how: 'police ou gendarmerie',
  form: 'travail forcé',
  ageGroup: 'personne majeure',
  ageBand: '25 à 34 ans',
  sex: 'homme',
  nationality: 'autre pays',
  stay: 'sans titre',
  language: 'bengali',
  localDanger: 'false',
  agrees: 'false',
  identity: {}
}

/** The others of the same evening: five in danger, five children, and the rest. */
const another = (nth: number) => ({
  path: '/api/cases',
  body: aFlag({
    metOn: stage.day(),
    channel: 'police',
    language: 'bn',
    forms: ['labour'],
    sex: 'male',
    children: 0,
    nominativeConsent: false,
    identity: {},
    danger: nth % 10 === 0 ? 'immediate' : 'possible',
    ...(nth % 10 === 5 && { ageGroup: 'minor', ageBand: '15-17' })
  })
})

const stage = await forFile(openStage())
beforeAll(async () => {
  await stage.wait()
  police = await stage.enter('police.69')
  cell = await stage.enter('cellule.69')
  members = []
  for (const login of ['membre.69', 'membre.69.ase', 'membre.69.sante'])
    members.push(await stage.enter(login))
}, 60_000)

describe('fifty people of one operation, flagged in one evening', () => {
  it('stand in the list of the cell, danger and children first', async () => {
    keepPictures(police, cell)
    const paths = [await flagsSomeone(police, stage.day(), met), await flagsAnother(police, 2, met)]
    // The third from a machine without JavaScript: the draft is the person's, not the browser's.
    const plain = await stage.enter('police.69', { javaScript: false })
    paths.push(await flagsAnother(plain, 3, { ...met, sex: 'femme' }))
    await police.open('/signaler/envoye')
    const listed = await police.page
      .locator('main ol a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(listed).toEqual(paths)
    const [, second] = await Promise.all(
      paths.map((path) =>
        asks<{ timeline: { command: string; fields: object[] }[] }>(
          police,
          `${path.replace('/dossiers', '/api/cases')}?events=50`
        )
      )
    )
    expect(JSON.stringify(second!.timeline[0]!.fields)).toContain('police ou gendarmerie')
    const elsewhere = await stage.enter('asso.rhone')
    await elsewhere.open('/signaler/envoye')
    expect(await elsewhere.text()).not.toContain('de cette situation')
    const sent = await sends(
      police,
      Array.from({ length: fifty - inTheBrowser }, (_, nth) => another(nth))
    )
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([201]))
    await cell.open('/aujourdhui')
    expect(await cell.text()).toMatch(/50 dossiers attendent un acte de vous/)
    const lines = await cell.page.locator('.worklist tbody tr').allInnerTexts()
    expect(lines.slice(0, 5).every((line) => line.includes('Danger immédiat'))).toBe(true)
    expect(lines.slice(5, 10).every((line) => line.includes('mineure'))).toBe(true)
    expect(lines.slice(10).join()).not.toMatch(/Danger immédiat|mineure/)
  })

  it('are triaged one by one, or all those that are ticked, each by an act of its own', async () => {
    keepPictures(cell)
    await cell.open('/aujourdhui')
    await cell.follow('Examiner la recevabilité')
    await cell.does('Examiner la recevabilité')
    const plain = await stage.enter('cellule.69', { javaScript: false })
    expect(await triagesTicked(plain, 0)).toContain('Rien n’était coché')
    expect(await triagesTicked(plain, 3)).toContain('Fait dans 3 dossiers.')
    // A colleague was first: their line is refused, and the others are done.
    await cell.open('/aujourdhui')
    expect(await triagesTicked(plain, 1)).toContain('Fait dans 1 dossier.')
    await ticksAll(cell)
    expect(await triages(cell)).toMatch(/Fait dans \d+ dossiers\.\s+Non fait dans 1 dossier/)
    // What is triaged waits for a first voice, before what waits to be triaged: that is looked for further on.
    while (await seeksTriage(cell)) {
      await ticksAll(cell)
      expect(await triages(cell)).toMatch(/Fait dans \d+ dossiers\./)
    }
    // In danger, and children: something else is waited for first, so that each is opened and looked at.
    const first = await flagged(cell)
    expect(first).toHaveLength(10)
    for (const { id } of first) {
      await cell.open(`/dossiers/${id}`)
      await cell.does('Examiner la recevabilité')
    }
    const { timeline } = await asks<{ timeline: { command: string }[] }>(
      cell,
      `/api/cases/${(await everyCase(cell))[0]!.id}?events=50`
    )
    expect(timeline.filter(({ command }) => command === 'triage.start')).toHaveLength(1)
  })
})

describe('their decision, in the meetings of the cell', () => {
  it('is prepared by nobody but the secretary, from what waits', async () => {
    keepPictures(cell, ...members)
    for (const outsider of [police, await stage.enter('asso.rhone')])
      expect(await outsider.statusOf('/reunions')).toBe(404)
    await members[0]!.open('/reunions')
    expect(await members[0]!.page.getByRole('button', { name: 'Prévoir la réunion' }).count()).toBe(0)
    meeting = await plansMeeting(cell, `${stage.day()}T23:00`, 'Salle CANARI-SALLE')
    expect((await readsMeeting(cell, meeting)).items).toHaveLength(30)
    expect(await members[0]!.statusOf(`/dossiers/${(await everyCase(police))[0]!.id}`)).toBe(200)
    await presses(cell, 'Convoquer les membres', 'convoquée')
    await members[2]!.open(meeting)
    expect(await everything(members[2]!)).not.toMatch(/Benali|Sorel|Rousseau|CANARI-NOM/)
  })

  it('is refused without quorum, and says how many are missing', async () => {
    keepPictures(cell, ...members)
    await cell.open(meeting)
    await presses(cell, 'Ouvrir la séance', 'en séance')
    await isThere(cell, 'Idris Benali', 'sur place', '1/3')
    await isThere(cell, 'Emma Rousseau', 'sur place', '2/3')
    const close = cell.page.locator('#point-1').getByRole('button', { name: 'Clore le vote et décider' })
    expect(await close.isDisabled()).toBe(true)
    expect(await cell.page.locator('#point-1').innerText()).toMatch(/2 membres sur 3\s: il en manque 1/)
    const { items, version } = await readsMeeting(cell, meeting)
    const decide = `/api${meeting.replace('/reunions', '/meetings')}/commands/item.decide`
    expect(await forces(cell, { path: decide, body: { itemId: items[0]!.id }, version })).toBe(409)
  })

  it('is refused still with a colleague of the police who flagged: they speak, and do not vote', async () => {
    keepPictures(cell)
    await isThere(cell, 'Romain Sorel', 'en visio', '3/3')
    const first = cell.page.locator('#point-1')
    expect(await first.getByRole('button', { name: 'Clore le vote et décider' }).isDisabled()).toBe(true)
    expect(await first.innerText()).toMatch(/2 membres sur 3\s: il en manque 1/)
    expect(await cell.text()).toContain('Atteint pour la séance, mais pas pour 30 dossiers')
    expect(await first.innerText()).toContain('Son institution a signalé cette personne')
  })

  it('is taken by votes, case by case, and the minutes name nobody', async () => {
    keepPictures(cell, ...members)
    await isThere(cell, 'Agathe Lemoine', 'en visio', '4/3')
    for (const member of members) {
      await member.open(meeting)
      await asksToVote(member, 'Pour', '#point-1')
      await presses(member, 'Voter : Pour', 'Votre vote est enregistré', '#point-1')
      await speaksOnTheRest(member, meeting, (nth) => (nth % 6 === 5 ? 'against' : 'in_favour'))
    }
    await cell.open(meeting)
    await presses(cell, 'Clore le vote et décider', 'décidé', '#point-1')
    // The first press names what would be put off, and closes nothing.
    await cell.page.getByRole('link', { name: 'Clore la séance' }).click()
    await cell.page.getByText('29 dossiers n’ont pas de suite').waitFor()
    await decidesTheRest(cell, meeting)
    await cell.open(meeting)
    await presses(cell, 'Clore la séance', 'tenue')
    const pdf = await cell.page.request.get(`/api${meeting.replace('/reunions', '/meetings')}/minutes.pdf`)
    const text = textOfPdf(await pdf.body())
    expect(pdf.status()).toBe(200)
    expect(text).toMatch(/TEH/)
    expect(text).not.toMatch(/Benali|Sorel|Rousseau|Lemoine|Marchand|Roche|CANARI/)
  })

  it('goes on in a second meeting for the twenty that the first could not look at', async () => {
    keepPictures(cell, ...members)
    const second = await plansMeeting(cell, `${stage.day()}T23:30`, 'Salle CANARI-SALLE')
    expect((await readsMeeting(cell, second)).items).toHaveLength(20)
    await presses(cell, 'Convoquer les membres', 'convoquée')
    await presses(cell, 'Ouvrir la séance', 'en séance')
    for (const [nth, who] of ['Idris Benali', 'Emma Rousseau', 'Agathe Lemoine'].entries())
      await isThere(cell, who, 'en visio', `${nth + 1}/3`)
    for (const member of members) {
      await member.open(second)
      await speaksOnTheRest(member, second, () => 'in_favour')
    }
    await decidesTheRest(cell, second)
    await cell.open(second)
    await presses(cell, 'Clore la séance', 'tenue')
  })
})

describe('each of the fifty', () => {
  it('has an answer, and who flagged them is told', async () => {
    keepPictures(police)
    const cases = await everyCase(police)
    const count = (state: string) => cases.filter(({ situation }) => situation.state === state).length
    expect(cases).toHaveLength(fifty)
    expect({ presumed: count('presumed'), insufficient: count('insufficient_elements') }).toEqual({
      presumed: 45,
      insufficient: 5
    })
    await police.open('/aujourdhui?vue=moved')
    expect(await police.text()).toMatch(/Changés récemment\s+50/)
    // Which of them the cell found insufficient hangs on their codes, which chance draws.
    const told = {
      presumed: /Motifs raisonnables retenus en réunion|Victime présumée/,
      insufficient_elements: /Éléments insuffisants/
    }
    for (const [state, words] of Object.entries(told)) {
      const { id } = cases.find(({ situation }) => situation.state === state)!
      await police.open(`/dossiers/${id}`)
      expect(await everything(police)).toMatch(words)
    }
  })

  it('showed nobody a page that is broken, inaccessible, or says too much in its title', () =>
    stage.expectCleanPages())
}, 300_000)
