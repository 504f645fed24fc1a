import { describe, expect, it } from 'vitest'
import { sightOf } from '../../../policies/sight.ts'
import { discloseReferral, stepsTold } from '../../../server/disclosure/referral.ts'
import { unnamed, type Names } from '../../../server/disclosure/names.ts'
import { referralLine } from '../../../server/referrals/line.ts'
import { stepWord } from '../../../server/referrals/timeline.ts'
import { followedBy } from '../../../server/disclosure/referral.ts'
import { readyFacts } from '../../support/cases.ts'

// What one line of a list says of a referral, to each of its sides and to whoever is waited for.

const at = new Date('2026-11-24T11:00:00Z')
const [sender, recipient, awaited] = ['org-sender', 'org-recipient', 'org-awaited']
type Row = Parameters<typeof discloseReferral>[0]
const sent: Row = {
  ...{
    id: '11111111-1111-4111-8111-111111111111',
    caseId: 'case',
    kind: 'health',
    state: 'sent',
    version: 1
  },
  ...{ senderOrgId: sender, recipientOrgId: recipient, placeId: null },
  preview: { sex: 'female', ageGroup: 'adult', danger: 'immediate', told: {} },
  ...{ sentAt: at, answeredAt: null, reason: null, escalatedTo: null, followUp: null },
  ...{ awaitsOrgId: null, awaitsPersonId: null, previousId: null, movedAt: at, answer: null },
  ...{ answerSeq: null, toldAt: at, answerBy: '2026-12-09', answerRank: 0, reasonAdded: null }
}
const names: Names = {
  of: (id) => id ?? unnamed.another.fr,
  isNamed: (id) => id !== recipient,
  isKnown: () => true,
  isEmpty: (id) => id === 'org-empty',
  by: () => ({ organisation: '', role: '' })
}
const whole = sightOf(['referent'], readyFacts)
const told = (row: Partial<Row>, orgId = sender) => discloseReferral({ ...sent, ...row }, whole, { orgId })
const line = (row: Partial<Row>, { orgId = sender, placed = true, masked = '' } = {}) =>
  referralLine(told(row, orgId), {
    ...{ now: at, locale: 'fr', names, clock: null, territory: '69', placed, caseCode: null },
    masks: new Map(masked === '' ? [] : [[sent.id, masked]])
  })

describe('the person who is waited for', () => {
  const silent = { state: 'escalated', escalatedTo: 'Nadia Perrin', awaitsOrgId: awaited } as const

  it('has no name for whoever may not know where the person is, but of their own colleagues', () => {
    expect(line(silent, { placed: false }).summary).toBe(
      'Sans réponse. Signalé à une personne de la structure.'
    )
    expect(line({ ...silent, awaitsOrgId: recipient }).summary).toContain('une personne de la structure')
    expect(line({ ...silent, awaitsOrgId: sender }, { placed: false }).summary).toContain('Nadia Perrin')
    expect(line(silent, { orgId: awaited, placed: false }).summary).toContain('Nadia Perrin')
  })

  it('is named after a silence, and after a refusal that is to be decided, with why it was refused', () => {
    expect(line(silent).summary).toBe('Sans réponse. Signalé à Nadia Perrin.')
    const refused = { state: 'declined', reason: 'overloaded', followUp: 'escalate' } as const
    expect(line({ ...refused, escalatedTo: 'Nadia Perrin' }).summary).toMatch(
      /.+\. À décider par Nadia Perrin\.$/
    )
    expect(line({ ...refused, escalatedTo: 'Nadia Perrin', followUp: null }).summary).not.toContain('Nadia')
    expect(line({ ...refused, followUp: 'reoffer', escalatedTo: 'Nadia Perrin' }).summary).not.toContain(
      'Nadia'
    )
  })

  it('is not said to who was asked', () => {
    expect(line(silent, { orgId: recipient }).summary).not.toContain('Nadia')
  })
})

describe('what is to be settled', () => {
  it.each([
    [{ state: 'questioned' }, 'Répondre à une question'],
    [{ state: 'declined', followUp: 'reoffer' }, 'Refus : renvoyer ou décider de la suite'],
    [{ state: 'escalated' }, 'Relancer : orientation sans réponse'],
    [{ state: 'sent' }, null],
    [{ state: 'declined' }, null]
  ] as const)('%o: %s to who sent it, and nothing to who was asked', (row, word) => {
    expect(line(row).toSettle).toBe(word)
    expect(line(row, { orgId: recipient }).toSettle).toBeNull()
  })
})

describe('a line', () => {
  it('says immediate danger while an answer is awaited, and no longer', () => {
    expect(line({}, { orgId: recipient }).danger).toBe('danger immédiat')
    expect(line({ preview: { danger: 'possible' } }, { orgId: recipient }).danger).toBeNull()
    for (const state of ['accepted', 'declined', 'ended'] as const)
      expect(line({ state }, { orgId: recipient }).danger).toBeNull()
  })

  it('says what it takes until it is answered, and then no word of the person', () => {
    expect(line({}, { orgId: recipient }).summary).toBe('Femme · personne majeure')
    expect(line({ state: 'accepted' }, { orgId: recipient }).summary).toBe('')
  })

  it('says to who sent it that nobody reads there, and not to who is asked', () => {
    const empty = { recipientOrgId: 'org-empty' }
    expect(line(empty).summary).toMatch(/^Personne n’y a d’accès aujourd’hui/)
    expect(line(empty, { orgId: 'org-empty' }).summary).not.toContain('accès')
  })

  it('names a recipient by link by the address that was typed', () => {
    expect(line({}).recipient).toBe(recipient)
    expect(line({}, { masked: 'c•••@cabinet.test' }).recipient).toBe('c•••@cabinet.test')
    expect([line({}).direction, line({}, { orgId: recipient }).direction]).toEqual(['out', 'in'])
  })
})

describe('the steps of a referral', () => {
  const steps = (...all: [orgId: string | null, command: string][]) =>
    all.map(([orgId, command], index) => ({ referralId: sent.id, seq: index + 1, orgId, command }))

  it('are its own, and none beyond the version that is told', () => {
    const all = [
      ...steps([sender, 'send'], [recipient, 'ask']),
      { ...steps([sender, 'send'])[0]!, referralId: 'x' }
    ]
    expect(stepsTold(told({ version: 1 }), all)).toHaveLength(1)
    expect(stepsTold(told({ version: 2 }), all).map(({ command }) => command)).toEqual(['send', 'ask'])
  })

  it('do not say to who never answered which side took it back, and say it to who asked', () => {
    const all = steps([sender, 'send'], [sender, 'withdraw'])
    const row = { version: 2, state: 'withdrawn' } as const
    expect(stepsTold(told(row, recipient), all).map(({ byWhom }) => byWhom)).toEqual([true, false])
    expect(stepsTold(told(row), all).map(({ byWhom }) => byWhom)).toEqual([true, true])
    const answered = { ...row, answeredAt: at, answer: 'declined' } as const
    expect(stepsTold(told(answered, recipient), all).map(({ byWhom }) => byWhom)).toEqual([true, true])
  })

  it('say of what was taken back as an error that it is to be forgotten, and of nothing else', () => {
    expect(stepWord({ command: 'withdraw', input: { inError: true } }, 'fr')).toMatch(
      /: erreur de saisie, à oublier$/
    )
    expect(stepWord({ command: 'withdraw', input: {} }, 'fr')).toBe('Orientation retirée')
  })

  it('are followed by whoever may read such a referral, and by nobody who may not', () => {
    expect(followedBy(['prefecture'], readyFacts).referral('health')).toBe(false)
    expect(followedBy(['referent'], readyFacts).referral('health')).toBe(true)
  })
})
