import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { deadlineCodes, deadlineRegister, type DeadlineRow } from '../../../workflows/deadlines/deadlines.ts'
import { legalBases, legalCodes } from '../../../workflows/law/register.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { signIn } from '../../support/running/sign-in.ts'
import { noon, peopled } from '../../support/world.ts'

// The law as the pages show it to a browser without scripts: its references lead to it, and a clock that has two dates shows both.

const served = await forFile(testApp({ web: true, now: () => noon }))
const world = await peopled(served.db, served.config.publicUrl)
const tell = acting(world)
const cookie = await signIn(served.app, 'asso.rhone')
const page = async (url: string) => {
  const headers = { cookie, accept: 'text/html', 'accept-language': 'fr' }
  const { statusCode, body } = await served.app.inject({ url, headers })
  expect([url, statusCode]).toEqual([url, 200])
  return body
}
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const leads = (html: string) => [...html.matchAll(/href="\/droit\/([\w.-]+)"/g)].map(([, code]) => code!)

/** Refused by the prefecture, by such a notice. */
const refused = async (notice: object) => {
  const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
  await tell.act('asso.rhone', id, 'prefecture.request', {})
  await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
  const application = { on: '2026-05-01', grounds: 'victim', domiciliation: true }
  await tell.act('asso.rhone', id, 'discretion.apply', application)
  await tell.act('prefecture.69', id, 'permit.refuse', {
    ...{ reason: 'condition_missing', tenYears: false, appealWithin: 'two_months' },
    ...{ decisionOn: '2026-11-23', notifiedOn: '2026-11-23', ...notice }
  })
  return id
}

describe('every reference leads to what the register says of it', () => {
  it('of each act and each clock: its page is served, whether a text stands behind it or not', async () => {
    const clocks: DeadlineRow[] = deadlineCodes.map((code) => deadlineRegister[code])
    const bases = new Set([
      ...commandTypes.flatMap((type) => commandRow(type).basis),
      ...clocks.flatMap(({ basis, extendedBy }) => [basis, ...(extendedBy ? [extendedBy] : [])])
    ])
    expect(bases.size).toBeGreaterThan(200)
    for (const code of bases) {
      const { statusCode } = await served.app.inject({ url: `/api/law/${code}`, headers: { cookie } })
      expect([code, statusCode]).toEqual([code, 200])
    }
    expect(await page('/droit/MNIO.TRIAGE')).toContain('<h1')
    expect(await page('/droit/CE.472836')).toContain('472836')
  })

  it('a page leads to Légifrance where the register holds the identifier, and to no other place; how it was read is folded', async () => {
    const known = legalCodes.find((code) => /^LEGIARTI\d{12}$/.test(legalBases[code].identifier ?? ''))!
    const read = await page(`/droit/${known}`)
    const away = `https://www.legifrance.gouv.fr/codes/article_lc/${legalBases[known].identifier}`
    expect(read).toContain(`<a href="${away}" rel="noreferrer">`)
    const unknown = await page('/droit/CESEDA.R425-2')
    expect(unknown).not.toContain('legifrance.gouv.fr')
    expect(unknown).toMatch(/<details[^>]*>.{0,20}<summary[^>]*>Comment ce texte a été lu/s)
    expect(unknown.indexOf('SHA-256')).toBeGreaterThan(unknown.indexOf('Comment ce texte a été lu'))
  })

  it('a choice of this project and a ruling are linked by their subject, as an article is by its number', async () => {
    const id = await refused({ livesFar: 'abroad' })
    const read = await page(`/dossiers/${id}/echeances`)
    expect(leads(read)).toEqual(expect.arrayContaining(['CJA.R421-1', 'CE.409579', 'CE.472836']))
    // Every line that names a ground is a link.
    const grounds = [...read.matchAll(/<ul class="basis note[^>]*>(.*?)<\/ul>/gs)].flatMap(([, list]) =>
      list!.split('<li').slice(1)
    )
    expect(grounds.length).toBeGreaterThan(5)
    expect(grounds.filter((line) => leads(line).length !== 1)).toEqual([])
    const act = await page(`/dossiers/${id}/agir/consent.record`)
    expect(leads(act).sort()).toEqual([...commandRow('consent.record').basis].sort())
  })

  it('so does the flag, before it is sent', async () => {
    expect(leads(await page('/signaler/relire'))).toEqual(['MNIO.FLAG', 'MNIO.HABILITATION'])
    expect(leads(await page('/signaler/maintenant'))).toEqual([])
  })

  it('of an act, the register shows what it rests on and nothing that its name resembles', async () => {
    const narrowed = await page('/droit?repose=complaint.file')
    const shown = [...new Set(leads(narrowed))].sort()
    expect(shown).toEqual([...commandRow('complaint.file').basis].sort())
    expect(plain(narrowed)).toContain(`Ce sur quoi repose : ${commandRow('complaint.file').label.fr}`)
    expect(narrowed).toContain('href="/droit?repose=complaint.file"')
    expect(leads(await page('/droit?repose=nothing.such'))).toEqual([])
  })
})

describe('where a text leaves doubt, two dates are shown', () => {
  const safe = 'Date sûre : 25 janvier 2027'
  const inLaw = 'Au-delà, le recours peut encore être recevable jusqu’à cette fin en droit : 24 mars 2027'
  const both = (html: string) => [plain(html).includes(safe), plain(html).includes(inLaw)]

  it('on the case, on its clocks, in the list of all clocks and on paper', async () => {
    const id = await refused({ livesFar: 'abroad' })
    for (const url of [`/dossiers/${id}`, `/dossiers/${id}/echeances`])
      expect([url, ...both(await page(url))]).toEqual([url, true, true])
    const listed = plain(await page('/echeances'))
    expect(listed).toMatch(/Date sûre : (?:lun\.|lundi) 25 janv/)
    expect(listed).toContain(inLaw)
    const paper = plain(await page(`/dossiers/${id}/papier`))
    expect(paper).toContain(': date sûre, 25 janvier 2027')
    expect(paper).toContain(inLaw)
  })

  it('one that has no end in law says so beside its safe date, and one that has a single end says nothing of it', async () => {
    const [open, single] = [await refused({ remediesStated: 'no' }), await refused({ remediesStated: 'yes' })]
    const none = 'Aucune fin n’est connue en droit : agissez quand même avant la date sûre.'
    for (const part of ['', '/papier']) {
      expect(plain(await page(`/dossiers/${open}${part}`))).toContain(none)
      const sure = plain(await page(`/dossiers/${single}${part}`))
      expect([part, sure.includes('fin en droit'), /date sûre/i.test(sure)]).toEqual([part, false, false])
    }
  })
})
