import { describe, expect, it } from 'vitest'
import { sightOf } from '../../policies/data-classes.ts'
import { commandRow, commandTypes, isCommandType } from '../../workflows/commands.ts'
import type { Facts } from '../../workflows/facts.ts'
import { factClasses } from '../../workflows/facts.classes.ts'
import { deadlineRegister } from '../../workflows/deadlines.ts'
import { notesOf } from '../../workflows/fields.ts'
import { fits } from '../../workflows/input.ts'
import {
  answersByActing,
  kindRow,
  kinds,
  refusalInput,
  type KindRow
} from '../../workflows/referral.kinds.ts'
import {
  advanceReferral,
  isReferralCommand,
  liveReferralStates,
  openReferralStates,
  referralCommandTypes,
  referralCommands,
  referralRow,
  referralStates,
  type ReferralCommand,
  type ReferralState
} from '../../workflows/referral.machine.ts'
import { previewField, shownOf, toldBy } from '../../workflows/referral.preview.ts'
import { referralKindIds, type DataClass, type ReferralKind } from '../../workflows/vocabulary.ts'
import { keptByLaw } from '../../workflows/referral.kinds.ts'
import type { Situation } from '../../workflows/guards.ts'
import { aCase, aMinorCase, after, refusal, storedStates } from '../support/cases.ts'

const notProtected = ['not_applicable', 'majority_reached']

const states = Object.keys(referralStates) as ReferralState[]
const final = states.filter((state) => !(liveReferralStates as readonly string[]).includes(state))

/** from × act: what each leads to; a dot is a refusal. */
const expected: Record<ReferralCommand, string> = {
  //          sent        questioned  escalated   accepted  declined withdrawn transferred ended
  accept: 'accepted    accepted    accepted    .         .        .         .           .',
  decline: 'declined    declined    declined    .         .        .         .           .',
  ask: 'questioned  .           questioned  .         .        .         .           .',
  answer: '.           sent        .           .         .        .         .           .',
  withdraw: 'withdrawn   withdrawn   withdrawn   withdrawn .        .         .           .',
  transfer: 'transferred transferred transferred transferred .        .         .           .',
  end: '.           .           .           ended     .        .         .           .',
  renounce: '.           .           .           declined  .        .         .           .',
  note: '.           .           .           .         declined .         .           .',
  expire: 'escalated   escalated   .           .         .        .         .           .'
}

const cells = referralCommandTypes.flatMap((type) => {
  const targets = expected[type].split(/ +/)
  return states.map((state, index) => [state, type, targets[index] === '.' ? null : targets[index]] as const)
})

describe('a referral', () => {
  it.each(cells)('when %s, %s leads to %s', (state, type, target) => {
    expect(advanceReferral(state, type)).toBe(target)
  })

  it.each(final)('%s is the end: nothing opens it again', (state) => {
    const leads = referralCommandTypes.map((type) => advanceReferral(state, type))
    expect(leads.filter((next) => next !== null && next !== state)).toEqual([])
  })

  it('a name that every object has is no act', () => {
    for (const name of ['constructor', '__proto__', 'close']) expect(isReferralCommand(name)).toBe(false)
    expect(isReferralCommand('accept')).toBe(true)
  })
})

describe('silence', () => {
  it('is the clock’s word, and the clock has no other', () => {
    expect(referralCommandTypes.filter((type) => referralRow(type).side === 'system')).toEqual(['expire'])
  })

  it('never closes: it escalates, once, and every answer stays possible', () => {
    for (const state of states) {
      const next = advanceReferral(state, 'expire')
      if (next) expect(openReferralStates).toContain(next)
    }
    expect(advanceReferral('escalated', 'expire')).toBeNull()
    for (const type of ['accept', 'decline', 'ask', 'withdraw', 'transfer'] as const)
      expect(advanceReferral('escalated', type)).not.toBeNull()
  })

  it.each(referralKindIds)('%s: no clock of its answer moves the case', (kind) => {
    expect([null, 'expire']).toContain(deadlineRegister[kindRow(kind).answerWithin].fires)
  })
})

describe('every open referral can end', () => {
  it.each(openReferralStates)('%s: by its recipient, and by its sender', (state) => {
    const endsBy = (side: string) =>
      referralCommandTypes.filter(
        (type) => referralRow(type).side === side && final.includes(advanceReferral(state, type) ?? 'sent')
      )
    expect(endsBy('recipient')).toEqual(['decline', 'transfer'])
    expect(endsBy('sender')).toEqual(['withdraw'])
  })

  it('an accepted one too', () => {
    expect(advanceReferral('accepted', 'end')).toBe('ended')
    expect(advanceReferral('accepted', 'withdraw')).toBe('withdrawn')
  })
})

describe('what the law has told', () => {
  const told = ['prosecutor', 'child_protection', 'juvenile_judge'] as const
  const kept = (kind: ReferralKind, command: ReferralCommand, situation: Situation) =>
    keptByLaw(kind, command, { state: 'accepted', situation })?.fr ?? null

  it('of a child who is protected is neither ended nor declined: it is passed on, even once accepted', () => {
    for (const minor of storedStates('minor').filter((state) => !notProtected.includes(state)))
      for (const kind of told) {
        const child = aMinorCase({ regions: { minor } })
        for (const command of ['end', 'decline'] as const)
          expect(kept(kind, command, child)).toMatch(/Transmettez-le au service compétent/)
        expect(kept(kind, 'transfer', child)).toBeNull()
        expect(kept(kind, 'withdraw', child)).toMatch(/ne se retire pas/)
      }
  })

  it('of an adult is ended by who received it, and of other kinds a child’s too', () => {
    for (const minor of notProtected)
      expect(kept('prosecutor', 'end', aCase({ regions: { minor } }))).toBeNull()
    expect(kept('health', 'end', aMinorCase())).toBeNull()
    expect(kept('health', 'transfer', aMinorCase())).toMatch(/^Une orientation acceptée/)
    expect(keptByLaw('health', 'transfer', { state: 'sent', situation: null })).toBeNull()
  })
})

describe('who moves what', () => {
  it('the recipient answers, the sender answers a question and withdraws', () => {
    const by = (side: string) => referralCommandTypes.filter((type) => referralCommands[type].side === side)
    expect(by('recipient')).toEqual(['accept', 'decline', 'ask', 'transfer', 'end'])
    expect(by('sender')).toEqual(['answer', 'withdraw'])
    expect(by('awaited')).toEqual(['note'])
  })
})

/** Whose trade a rarer fact is: OFII houses by the asylum status, a lawyer answers for the offences suffered. */
const ownMatter: Partial<Record<ReferralKind, (keyof Facts)[]>> = {
  dna: ['asylumLink'],
  compensation_lawyer: ['procedureOpen']
}

/** The kind of care asked is kept with her account: who would give it must know it to answer. */
const ownSecret: Partial<Record<ReferralKind, DataClass[]>> = { health: ['H'] }

describe.each(Object.entries(kinds) as [keyof typeof kinds, KindRow][])('the kind %s', (kind, row) => {
  it('shows before acceptance neither who nor where, nor asylum, nor justice', () => {
    const never: (keyof Facts)[] = [
      'asylumLink',
      'offences',
      'procedureOpen',
      'forbiddenZones',
      'indicators',
      'proposal'
    ]
    const shown = row.preview.filter((fact) => never.includes(fact) || !(fact in factClasses))
    expect(shown).toEqual(ownMatter[kind] ?? [])
  })

  it('is told what is asked by no name, address, free words, care but its own, asylum nor constraint, and by what it may know', () => {
    const openers = commandTypes.filter((type) =>
      commandRow(type).effects.some((effect) => effect.type === 'openReferral' && effect.kind === kind)
    )
    const known = [...sightOf(row.capacity).classes, ...(ownSecret[kind] ?? [])]
    for (const field of row.tells) {
      const schemas = openers.flatMap((type) => commandRow(type).input.properties[field] ?? [])
      expect([field, schemas.length > 0]).toEqual([field, true])
      for (const schema of schemas) {
        const { dataClass, addressee, lookup, choices } = notesOf(schema)!
        expect([field, addressee, lookup]).toEqual([field, undefined, undefined])
        const free = (schema as { type?: string; format?: string }).type === 'string' && !choices
        expect([field, free && (schema as { format?: string }).format !== 'date']).toEqual([field, false])
        if (dataClass === undefined) continue
        expect([field, known.includes(dataClass)]).toEqual([field, true])
        const barred = ['A', 'B', 'G', 'H', 'J'].filter((one) => kind !== 'health' || one !== 'H')
        expect([field, barred.includes(dataClass)]).toEqual([field, false])
        if (dataClass === 'I' && row.recipient !== 'ofii') expect(row.keepsBack).toContain('asylum')
      }
    }
  })

  it('has words for all that it shows', () => {
    for (const field of [...row.preview, ...row.tells])
      expect([field, notesOf(previewField(kind, field)!)?.label.en !== undefined]).toEqual([field, true])
    expect(previewField(kind, 'narrative')).toBeUndefined()
  })

  it('has coded refusals in both languages, each leading somewhere', () => {
    // Who is told by law may not refuse what it is told, only say that another service is competent.
    if (row.opensAtOnce) expect(Object.keys(row.refusals)).toEqual(['other_territory'])
    else expect(Object.keys(row.refusals).length).toBeGreaterThan(1)
    for (const { label, leadsTo } of Object.values(row.refusals)) {
      expect(label.fr && label.en).toBeTruthy()
      expect(['reoffer', 'park', 'escalate', 'emergency']).toContain(leadsTo)
    }
  })

  it('takes a code, never free words alone', () => {
    const form = refusalInput(kind)
    expect(fits(form, { note: 'non' })).toBe(false)
    expect(fits(form, { reason: 'because' })).toBe(false)
    for (const reason of Object.keys(row.refusals)) expect(fits(form, { reason })).toBe(true)
  })

  it('acts on the case only by acts that the case knows; the desk alone may also park by hand', () => {
    for (const type of [row.onAccept, ...Object.values(row.onDecline)]) {
      if (type === null) continue
      expect(isCommandType(type)).toBe(true)
      expect(commandRow(type).offered).toBe(['acse.no_place', 'dna.no_place'].includes(type))
    }
  })

  it('asks for the consent that each act which opens it asks for', () => {
    const openers = commandTypes.filter((type) =>
      commandRow(type).effects.some((effect) => effect.type === 'openReferral' && effect.kind === kind)
    )
    expect(openers).not.toEqual([])
    for (const type of openers) expect(commandRow(type).consent, type).toBe(row.consent)
  })
})

describe('after any refusal the person is still somebody’s', () => {
  it.each(Object.keys(kinds.acse_place.refusals))(
    'refused for %s, an offer, the waiting list and a new request are open',
    (reason) => {
      const refused = after(aCase({ regions: { housing: 'placement_requested' } }), 'acse.refused', {
        reason
      })
      for (const type of ['acse.offer', 'acse.no_place', 'acse.request'] as const)
        expect(refusal(refused, type)).toBeNull()
    }
  )

  it('refused by a prefecture, another can be asked', () => {
    expect(kinds.prefecture.onDecline).toEqual({})
    expect(refusal(aCase({ regions: { residence: 'reflection_offered' } }), 'prefecture.request')).toBeNull()
  })
})

describe('what is asked', () => {
  it('of a guardian says every mission but asylum, and nothing where there is no other', () => {
    const input = { on: '2026-09-01', missions: ['criminal', 'asylum'], reason: 'absent' }
    expect(toldBy('ad_hoc_guardian', input)).toEqual({ missions: ['criminal'], reason: 'absent' })
    expect(toldBy('ad_hoc_guardian', { ...input, missions: ['asylum'] })).toEqual({ reason: 'absent' })
  })

  it('leaves out whatever the kind does not name', () => {
    const input = { destination: 'general', address: 'a@b.test', narrative: 'CANARI' }
    expect(toldBy('health', input)).toEqual({ destination: 'general' })
    expect(shownOf('health', { told: input, narrative: 'CANARI' })).toHaveLength(1)
  })
})

describe('an act of the recipient on the case', () => {
  it('answers nothing for who sees a preview only, nor in another capacity', () => {
    for (const kind of Object.keys(kinds) as ReferralKind[])
      if (!kindRow(kind).opensAtOnce)
        expect([kind, answersByActing(kind, kindRow(kind).capacity)]).toEqual([kind, false])
    expect(answersByActing('prosecutor', 'police')).toBe(false)
  })

  it('answers for who was told whole', () => {
    expect(answersByActing('prosecutor', 'prosecutor')).toBe(true)
    expect(answersByActing('child_protection', 'child_protection')).toBe(true)
    expect(answersByActing('juvenile_judge', 'juvenile_judge')).toBe(true)
  })
})
