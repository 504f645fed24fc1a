import { describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { inputFor } from '../../support/inputs.ts'
import { emergencies } from '../../support/emergency.ts'
import { forFile } from '../../support/for-file.ts'
import { meeting } from '../../support/meetings.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { openSite, type Answer } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'
import { openHanding } from '../handing/support.ts'
import { openAsking } from '../repair/asking.ts'
import { colleagueAccount, inTwoTeams } from '../teams/drawn.ts'
import { openHearing } from './hearing.ts'

// One world in which everybody listens. After each thing that happens: who reads a notice of it, to whom a letter leaves, and that a hint
// goes to those who read one and to nobody else. What is not written down here must not be.

const site = await forFile(openSite())
const { tell } = site
const { owner } = site.db
const colleague = await colleagueAccount(site, 'asso.rhone', 'asso.rhone.ouest')
const { delivered } = await openHearing(site, { 'asso.rhone.ouest': colleague })
const meet = meeting(site)
const handing = openHanding(site)
const asking = openAsking(site)
const danger = emergencies(site)

const ids = { case: '', meeting: '', handing: '' }
const cell = ['cellule.69', 'cellule.69.bis']
const members = ['membre.69', 'membre.69.police', 'membre.69.sante', 'membre.69.ase']
const each = (logins: readonly string[], ...about: string[]) =>
  Object.fromEntries(logins.map((login) => [login, about]))
const letter = (logins: readonly string[], subject: string) => logins.map((login) => `${login}: ${subject}`)
const orgOf = (login: string) => site.as(login).orgId
const done = ({ statusCode, body }: Answer) => expect(statusCode, body).toBeLessThan(300)
const suspended = async (login: string) =>
  done(await site.send('admin', `/api/organisations/${orgOf(login)}/suspend`, { reason: 'Signalement.' }))

type Step = { does: () => Promise<unknown>; notices?: Record<string, string[]>; letters?: string[] }

const steps: Record<string, Step> = {
  'a person is flagged: her cell': {
    does: async () => (ids.case = await tell.flagged()),
    notices: each(cell, 'case')
  },
  'the cell looks at it: who accompanies her, and who sits there': {
    does: () => tell.act('cellule.69', ids.case, 'triage.start'),
    notices: each(['asso.rhone', 'asso.rhone.ouest', ...members], 'case')
  },
  'one of them gives a first opinion: all of them, but for who gives it': {
    does: () =>
      tell.act('membre.69', ids.case, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] }),
    notices: each(['asso.rhone', 'asso.rhone.ouest', ...cell, ...members.slice(1)], 'case')
  },
  'the cell meets: by name those who are called, and a letter to each': {
    does: async () => {
      ids.meeting = await meet.planned('cellule.69', '2027-02-10T09:00:00Z')
      await meet.act('cellule.69', ids.meeting, 'convene')
    },
    notices: each(members, 'meeting'),
    letters: letter(members, 'Réunion : vous êtes convoqué')
  },
  'it is cancelled: the same': {
    does: async () => {
      // What is told of a meeting is numbered by the minute.
      site.at(new Date(noon.getTime() + 60_000))
      await meet.act('cellule.69', ids.meeting, 'cancel')
    },
    notices: each(members, 'meeting'),
    letters: letter(members, 'Réunion annulée')
  },
  'the association works in teams from now on, and one of them follows her: nobody else of that house': {
    does: async () => {
      await tell.act('cellule.69', ids.case, 'grounds.positive')
      const teams = await inTwoTeams(site, {
        lead: site.as('asso.rhone'),
        others: [colleague]
      })
      done(
        await site.send('asso.rhone', '/api/teams/caseload', {
          cases: [ids.case],
          teamId: teams.first,
          personId: null
        })
      )
    },
    notices: { 'asso.rhone': ['case', 'caseload'] }
  },
  'she agrees: the cell': {
    does: async () => {
      const said = { on: '2026-11-24', ...tell.how, helpWithoutConsent: true }
      await tell.act('asso.rhone', ids.case, 'person.inform', said)
      await tell.act('asso.rhone', ids.case, 'consent.record', {
        scopes: ['A', 'B', 'C', 'E', 'F', 'G'],
        ...tell.how
      })
    },
    notices: each(cell, 'case')
  },
  'the prefecture is asked: the one that is, and not the other': {
    does: async () => {
      await tell.act('asso.rhone', ids.case, 'reflection.offer', inputFor('reflection.offer'))
      await tell.act('asso.rhone', ids.case, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    },
    notices: { ...each(cell, 'case'), 'prefecture.69': ['referral'] }
  },
  'it says yes: who asked, and the cell': {
    does: async () => tell.move('prefecture.69', await tell.referral(ids.case, 'prefecture'), 'accept'),
    notices: { ...each(cell, 'referral'), 'asso.rhone': ['referral'] }
  },
  'the police are asked: those of the desk, and not their colleague in the cell': {
    does: () => tell.act('asso.rhone', ids.case, 'formal.request', { unit: 'BAC' }),
    notices: { ...each([...cell, 'prefecture.69'], 'case'), 'police.69': ['referral'] }
  },
  'they say no: who asked, and the cell': {
    does: async () =>
      tell.move('police.69', await tell.referral(ids.case, 'police'), 'decline', { reason: 'overloaded' }),
    notices: each([...cell, 'asso.rhone'], 'referral')
  },
  'a practice without an account is asked: a letter with its link, and the cell hears of no care': {
    does: () =>
      tell.act('asso.rhone', ids.case, 'health.refer', {
        destination: 'general',
        address: 'cabinet@exemple.invalid'
      }),
    letters: letter(['cabinet'], 'Une réponse vous est demandée')
  },
  'she takes back that she may be sent there: nobody who is told nothing of her care': {
    does: () => tell.act('asso.rhone', ids.case, 'consent.withdraw', { scopes: ['G'], ...tell.how })
  },
  'what she lives from is noted: who helps her live alone': {
    does: () => tell.act('asso.rhone', ids.case, 'needs.assess', inputFor('needs.assess'))
  },
  'the cell opens what is sealed of another in an emergency: who accompanies her, and the colleague who confirms':
    {
      does: async () => {
        const other = await tell.flagged('asso.rhone', { nominativeConsent: false, identity: undefined })
        await delivered()
        await danger.opens('cellule.69', other, ['C'])
      },
      notices: each([...cell, 'asso.rhone'], 'opening')
    },
  'another association is asked to follow her: that one': {
    does: async () => (ids.handing = await handing.proposed(ids.case)),
    notices: { 'asso.paris': ['handing'] }
  },
  'who proposed it takes it back: that one again': {
    does: async () =>
      done(await handing.step('asso.rhone', ids.handing, ['withdraw', { reason: 'by_person' }])),
    notices: { 'asso.paris': ['handing'] }
  },
  'the cell asks to take back what it entered on the wrong person: who accompanies her, who concludes': {
    does: async () => {
      await tell.act('cellule.69', ids.case, 'indicators.add', inputFor('indicators.add'))
      await delivered()
      done(await asking.ask('cellule.69', ids.case, 'indicators.add'))
    },
    notices: { 'asso.rhone': ['undo'] }
  },
  'an answer is late: whoever must give it, and whoever it is said to': {
    does: async () => {
      const other = await tell.consenting()
      await tell.act('asso.rhone', other, 'prefecture.request', {})
      await delivered()
      await owner.query(
        `update deadline set state = 'stopped', next_at = null where code <> 'MNIO-PREF-ANSWER' or case_id <> $1`,
        [other]
      )
      site.at(new Date('2026-11-29T23:00:00Z'))
      await fireDue(site.gate)
      site.at(noon)
    },
    notices: { ...each([...cell, 'asso.rhone'], 'case'), 'prefecture.69': ['reminder'] }
  },
  'a protocol is signed: those whom it concerns there, and nobody of another département': {
    does: () => signedProtocol(site, '69-2026-11', {}),
    notices: each(
      [
        ...['asso.rhone', 'asso.rhone.ouest', ...cell, ...members, 'ase.69', 'soin.69'],
        ...['prefecture.69', 'parquet.lyon', 'police.69', 'travail.69']
      ],
      'protocol'
    )
  },
  'somebody is invited: a letter to that address': {
    does: async () => {
      await owner.query('update membership set manager = true where person_id = $1', [
        site.as('soin.69').personId
      ])
      const asked = { role: 'health', manager: false, email: 'nouvelle@exemple.invalid' }
      done(await site.send('soin.69', `/api/organisations/${orgOf('soin.69')}/invitations`, asked))
    },
    letters: letter(['nouvelle'], 'Votre accès professionnel')
  },
  'the prefecture has no access any more: who waits for its answer': {
    does: () => suspended('prefecture.69'),
    notices: each([...cell, 'asso.rhone'], 'fallen')
  },
  'the association has no access any more: the cell, of each of her cases': {
    does: () => suspended('asso.rhone'),
    notices: each(cell, 'left')
  }
}

describe('in one world', () => {
  it.each(Object.entries(steps))('%s', async (_what, { does, notices = {}, letters = [] }) => {
    await does()
    const heard = await delivered()
    expect(heard.notices).toEqual(notices)
    expect(heard.letters).toEqual(letters.toSorted())
    expect(heard.hints).toEqual(Object.keys(notices).toSorted())
  })
})
