import { describe, expect, it } from 'vitest'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { advanceMeeting, meetingCommandTypes, meetingRow } from '../../../workflows/meeting/machine.ts'
import { meetingStateIds } from '../../../workflows/meeting/states.ts'
import { tooEarly } from '../../../workflows/meeting/opening.ts'
import { quorumRefused, rulesUnder, type Seat } from '../../../workflows/meeting/quorum.ts'
import { onlySpeaks, recusedBecause, type Tie } from '../../../workflows/meeting/recusal.ts'
import { voiceIds, votersOf } from '../../../workflows/meeting/tally.ts'

/** The rules of the first configuration: the secretary chairs without a vote. */
const builtInRules = rulesUnder(september2026)

const seat = (personId: string, orgType = 'association', orgId = `org-${orgType}`): Seat => ({
  personId,
  orgId,
  orgType
})
const three = [seat('a'), seat('b', 'police'), seat('c', 'health')]
const { quorum } = builtInRules

describe('the quorum', () => {
  it('refuses two members, and says how many are missing', () => {
    expect(quorumRefused(three.slice(0, 2), quorum)?.fr).toBe(
      'Le quorum n’est pas atteint. 2 membres sur 3 : il en manque 1.'
    )
  })

  it('refuses three people of one institution: they are one voice among institutions', () => {
    expect(quorumRefused([seat('a'), seat('b'), seat('c')], quorum)?.fr).toBe(
      'Le quorum n’est pas atteint. 1 institution sur 2 : il en manque 1.'
    )
  })

  it('refuses a cell without an association, and names what is missing', () => {
    expect(quorumRefused([seat('a', 'police'), seat('b', 'health'), seat('c', 'ase')], quorum)?.fr).toBe(
      'Le quorum n’est pas atteint. Il manque : associations.'
    )
  })

  it('refuses an empty room for every reason at once', () => {
    const reason = quorumRefused([], quorum)!
    expect(reason.en).toBe(
      'The quorum is not reached. 0 of 3 members: 3 missing. 0 of 2 institutions: 2 missing. Missing: associations.'
    )
  })

  it('is reached at its number and not one sooner', () => {
    expect(quorumRefused(three, quorum)).toBeNull()
    expect(quorumRefused(three, { ...quorum, members: 4 })).not.toBeNull()
    expect(quorumRefused(three, { ...quorum, institutions: 4 })).not.toBeNull()
  })
})

describe('a member', () => {
  const close = { flaggedBy: { personId: 'a', orgId: 'org-police' }, referents: ['org-health'] }
  it('who flagged the person may speak and not vote', () => {
    expect(recusedBecause(seat('a'), close)?.fr).toContain('signalé')
    expect(recusedBecause(seat('z'), close)).toBeNull()
  })

  it('whose colleague flagged the person may speak and not vote: who signed is not the point', () => {
    expect(recusedBecause(seat('b', 'police'), close)?.fr).toContain('Votre institution a signalé')
    expect(recusedBecause(seat('b', 'ase'), close)).toBeNull()
  })

  it('whose institution accompanies the person may speak and not vote', () => {
    expect(recusedBecause(seat('x', 'health'), close)?.fr).toContain('accompagne')
  })

  it('who works as well for the one that flagged or accompanies may speak and not vote', () => {
    const tied = (tie: Tie['tie']) => ({
      ...close,
      worksFor: [{ personId: 'y', orgId: 'org-elsewhere', tie, reads: true }]
    })
    expect(recusedBecause(seat('y', 'ase'), tied('flagged'))?.fr).toContain('Une autre institution')
    expect(recusedBecause(seat('y', 'ase'), tied('follows'), 'other')?.fr).toContain('accompagne')
    expect(recusedBecause(seat('y', 'ase'), tied('withdrew'))?.fr).toContain('s’est retirée')
    expect(recusedBecause(seat('y', 'ase'), close)).toBeNull()
    expect(recusedBecause(seat('z', 'ase'), tied('flagged'))).toBeNull()
  })

  it('who may not know by which tie reads the same of each of them', () => {
    const tied = (tie: Tie['tie'], reads: boolean, origin?: boolean) => ({
      ...{ flaggedBy: null, referents: [], ...(origin !== undefined && { origin }) },
      worksFor: [{ personId: 'y', orgId: 'org-elsewhere', tie, reads }]
    })
    const member = seat('y', 'ase')
    for (const tie of ['flagged', 'follows', 'withdrew'] as const)
      for (const hidden of [tied(tie, false), tied(tie, true, false)]) {
        const said = recusedBecause(member, hidden)
        expect([said?.fr, said?.en]).toEqual([
          'Un autre membre vote ici : vous pouvez parler, pas voter.',
          'Another member votes here: you may speak, not vote.'
        ])
        expect(recusedBecause(member, hidden, 'other')?.fr).toContain('Travaille aussi pour')
      }
    const away = { ...close, origin: false }
    for (const one of [seat('a'), seat('b', 'police'), seat('x', 'health')])
      expect(recusedBecause(one, away)?.fr).toMatch(/^Un autre membre vote ici/)
    const alternate = { ...seat('z', 'ase'), standsIn: true }
    expect(recusedBecause(alternate, away)?.fr).toMatch(/^Un autre membre vote ici/)
    expect(recusedBecause(alternate, close)?.fr).toMatch(/^Suppléance/)
    const gone = { ...close, withdrawn: [{ personId: 'z', orgId: 'org-ase', whole: false }] }
    expect(recusedBecause(seat('z', 'ase'), { ...gone, origin: false })?.fr).toMatch(/^Un autre membre/)
    expect(recusedBecause(seat('z', 'ase'), gone)?.fr).toMatch(/^Votre retrait/)
    expect(recusedBecause(seat('z', 'ase'), away)).toBeNull()
  })

  it('of an advisory seat, or of no seat, only speaks', () => {
    expect(onlySpeaks(seat('a', 'cell'), builtInRules)?.fr).toContain('secrétariat')
    expect(onlySpeaks(seat('a', 'shelter'), builtInRules)?.fr).toContain('shelter')
    expect(onlySpeaks(seat('a', 'police'), builtInRules)).toBeNull()
    expect(votersOf({ present: [seat('a', 'cell')], recused: new Set(), rules: builtInRules })).toEqual([])
  })

  it('votes or advises as the dated configuration says', () => {
    const rules = rulesUnder({
      version: '2027-01',
      quorum: { members: 5, institutions: 3, mustInclude: ['prosecution'] },
      composition: [
        { type: 'cell', votes: true },
        { type: 'police', votes: false }
      ]
    })
    expect(rules).toMatchObject({ version: '2027-01', voting: ['cell'], decidesBy: 'consensus' })
    expect(rulesUnder({ ...rules, composition: [], decidesBy: 'majority' }).decidesBy).toBe('majority')
  })
})

describe('the day of a meeting', () => {
  const on = (startsAt: string, now: string, zone: 'Europe/Paris' | 'Indian/Mayotte' = 'Europe/Paris') =>
    tooEarly(new Date(startsAt), new Date(now), zone)?.fr ?? null

  it('has not come on the eve, however late', () => {
    expect(on('2026-11-26T08:00:00Z', '2026-11-25T22:59:00Z')).toMatch(/^La réunion s’ouvre le jour/)
  })

  it('comes at midnight of the territory, before its hour, and does not pass', () => {
    expect(on('2026-11-26T08:00:00Z', '2026-11-25T23:00:00Z')).toBeNull()
    expect(on('2026-11-26T08:00:00Z', '2026-12-02T10:00:00Z')).toBeNull()
    expect(on('2026-11-25T22:30:00Z', '2026-11-25T21:30:00Z', 'Indian/Mayotte')).toBeNull()
  })
})

describe('a meeting', () => {
  it('is convened before it opens, and opened before anybody votes or decides', () => {
    for (const command of ['vote', 'vote.record', 'item.decide', 'item.adjourn', 'attend', 'close'] as const)
      expect(meetingStateIds.filter((state) => advanceMeeting(state, command) !== null)).toEqual(['open'])
    expect(advanceMeeting('planned', 'open')).toBeNull()
    expect(advanceMeeting('convened', 'open')).toBe('open')
  })

  it('keeps its agenda once members are convened for it', () => {
    expect(advanceMeeting('convened', 'item.add')).toBeNull()
    expect(advanceMeeting('planned', 'item.add')).toBe('planned')
  })

  it('is over once closed or cancelled, and is not cancelled once it is in session', () => {
    for (const command of meetingCommandTypes) {
      expect(advanceMeeting('closed', command)).toBeNull()
      expect(advanceMeeting('cancelled', command)).toBeNull()
    }
    expect(advanceMeeting('open', 'cancel')).toBeNull()
    expect(advanceMeeting('open', 'close')).toBe('closed')
  })

  it('agrees with its table on every state and act', () => {
    for (const state of meetingStateIds)
      for (const command of meetingCommandTypes) {
        const { from, to } = meetingRow(command)
        const next = from.includes(state) ? (to === 'same' ? state : to) : null
        expect([state, command, advanceMeeting(state, command)]).toEqual([state, command, next])
      }
  })

  it('knows three voices', () => expect(voiceIds).toEqual(['in_favour', 'against', 'abstained']))
})
