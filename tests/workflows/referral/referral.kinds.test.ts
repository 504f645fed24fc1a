import { describe, expect, it } from 'vitest'
import { sight } from '../../../policies/data-classes.ts'
import { commandRow, commandTypes, isCommandType } from '../../../workflows/case/commands.ts'
import { factClasses, type Facts } from '../../../workflows/facts/facts.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { fits } from '../../../workflows/case/input.ts'
import {
  answersByActing,
  kindRow,
  kinds,
  refusalInput,
  seekTheSame,
  type KindRow
} from '../../../workflows/referral/kinds/kinds.ts'
import { previewRows } from '../../../workflows/referral/preview.ts'
import type { DataClass, ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'
import { aCase, after, refusal } from '../../support/cases.ts'

/** Whose trade a rarer fact is: OFII houses by the asylum status, a lawyer answers for the offences suffered. */
const ownMatter: Partial<Record<ReferralKind, (keyof Facts)[]>> = {
  dna: ['asylumLink'],
  compensation_lawyer: ['procedureOpen']
}

/** The kind of care asked is kept from most: who would give it must know it to answer. */
const ownSecret: Partial<Record<ReferralKind, DataClass[]>> = { health: ['H'] }

describe.each(Object.entries(kinds) as [keyof typeof kinds, KindRow][])('the kind %s', (kind, row) => {
  it('shows before acceptance neither who nor where, nor asylum, nor justice', () => {
    const never: (keyof Facts)[] = [
      'asylumLink',
      'offences',
      'procedureOpen',
      'forbiddenZones',
      'indicators',
      'proposal',
      'otherVoices'
    ]
    const shown = row.preview.filter((fact) => never.includes(fact) || !(fact in factClasses))
    expect(shown).toEqual(ownMatter[kind] ?? [])
  })

  it('is told what is asked by no name, address, free words, care but its own, asylum nor constraint, and by what it may know', () => {
    const openers = commandTypes.filter((type) =>
      commandRow(type).effects.some((effect) => effect.type === 'openReferral' && effect.kind === kind)
    )
    const known = [...sight[row.capacity].classes, ...(ownSecret[kind] ?? [])]
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
        // Kept back from it, asylum would be told by what is missing.
        if (row.recipient !== 'ofii') expect(dataClass).not.toBe('I')
      }
    }
  })

  it('has words for all that it shows', () => {
    const fields = previewRows(kind).map(({ field }) => field)
    expect(fields).toEqual(expect.arrayContaining([...row.preview, ...row.tells]))
    for (const { label } of previewRows(kind)) expect([label.fr, label.en]).not.toContain('')
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

describe('two referrals seek', () => {
  it.each<[ReferralKind, ReferralKind]>([
    ['acse', 'police'],
    ['police', 'cell'],
    ['dna', 'dna_place'],
    ['acse', 'dna'],
    ['acse', 'acse_place'],
    ['acse', 'health']
  ])('two things: %s and %s', (one, other) => {
    expect([seekTheSame(one, other), seekTheSame(other, one)]).toEqual([false, false])
  })

  it('one thing where they are of one kind', () => {
    for (const kind of Object.keys(kinds) as ReferralKind[])
      expect([kind, seekTheSame(kind, kind)]).toEqual([kind, true])
  })
})

describe('the form of a refusal', () => {
  const notes = () => {
    const { reason, note } = refusalInput('acse').properties
    return [reason, note].map(notesOf)
  }

  it('asks for no name in its free words, in both languages', () => {
    expect(notes()[1]?.hint).toEqual({ fr: 'Sans nom ni adresse.', en: 'No name, no address.' })
  })

  it('names what it asks for', () => {
    expect(notes().map((said) => said?.label)).toEqual([
      { fr: 'Motif', en: 'Reason' },
      { fr: 'Précisions utiles à la suite', en: 'Details useful for what follows' }
    ])
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
