import { describe, expect, it } from 'vitest'
import { actClass } from '../../../policies/disclosure.ts'
import { opennessFor, reasonFor } from '../../../policies/action-availability.ts'
import { sightOf } from '../../../policies/sight.ts'
import { discloseFacts } from '../../../server/disclosure/facts.ts'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { coarseFacts, factClasses, type Facts } from '../../../workflows/facts/facts.ts'
import { guards, type Guard, type GuardId } from '../../../workflows/guards/guards.ts'
import { choices, closed, notesOf } from '../../../workflows/vocabulary/fields.ts'
import { offenceLabels } from '../../../workflows/law/opened-by-offence.ts'
import { inputsOf, samples } from '../../../verify/inputs.ts'
import { starts } from '../../../verify/walk/starts.ts'
import { learnt } from '../../../verify/walk/step.ts'
import { aCase, withRow } from '../../support/cases.ts'
import { complained } from '../../support/regions/residence.ts'

type Input = Record<string, unknown>

const seenBy = (type: CommandType, field: string) => {
  const { dataClass, tells } = notesOf(commandRow(type).input.properties[field]!) ?? {}
  return dataClass ?? tells ?? actClass(type)
}

/** Another day, and another word: of these the inputs that are walked hold one of each. */
const otherwise: readonly [string, string][] = [
  [samples.date, '2026-11-20'],
  ['un mot', 'un autre mot']
]

/** The same form with this field filled in otherwise, or left out. */
const variants = (type: CommandType, field: string, input: Input): Input[] => {
  const { [field]: _left, ...others } = input
  const values = inputsOf(type).flatMap((one) => (field in one ? [one[field]] : []))
  const further = otherwise.flatMap(([one, other]) => (values.includes(one) ? [other] : []))
  return [others, ...[...values, ...further].map((value) => ({ ...others, [field]: value }))]
}

const tried = (run: () => Partial<Facts>): Partial<Facts> | null => {
  try {
    return run()
  } catch {
    // A form without what it needs teaches nothing.
    return null
  }
}

/** Each field of an act beside each fact that comes out otherwise where it alone is filled in otherwise, with both classes. */
const lessons = (type: CommandType): string[] => {
  const { apply, input: form } = commandRow(type)
  if (apply === null) return []
  const found = starts().flatMap((before) =>
    inputsOf(type).flatMap((input) => {
      const first = tried(() => learnt(before, type, input))
      return Object.keys(form.properties).flatMap((field) =>
        variants(type, field, input).flatMap((varied) => {
          const second = tried(() => learnt(before, type, varied))
          if (!first || !second) return []
          const [one, other] = [first, second].map((taught) => ({ ...before.facts, ...taught })) as [
            Facts,
            Facts
          ]
          return (Object.keys({ ...first, ...second }) as (keyof Facts)[])
            .filter((fact) => JSON.stringify(one[fact]) !== JSON.stringify(other[fact]))
            .map((fact) => `${type} ${field} ${seenBy(type, field)}: ${fact} ${factClasses[fact]}`)
        })
      )
    })
  )
  return [...new Set(found)]
}

const twoClasses = (types: readonly CommandType[]) =>
  types.flatMap(lessons).filter((one) => {
    const [field, fact] = one.split(': ').map((half) => half.split(' ').at(-1))
    return field !== fact
  })

const aloud = 'told to all by a word of its own, with no reason'

/** A field beside a fact of another class, with the reason. */
const argued: Record<string, string> = {
  'acse.refused_after reason K: danger null': aloud,
  'housing.recontacted news K: danger null': aloud,
  'age.decide decision F: ageGroup null': aloud,
  'consent.refuse scopes C: consents null':
    'that a consent holds no longer is told to all who are told of it; that somebody said no is not',
  'consent.withdraw scopes null: newsDeclined C':
    'that a consent was taken back is told to all; that no news is asked for since, with the return',
  'case.flag territory null: territory K':
    'she lives where she was met, until the case follows her elsewhere',
  'grounds.propose opinion null: proposal D':
    'all are told how the first voice went; the fact holds why as well'
}

// A clock speaks for itself, and is told by what it is.
const acts = commandTypes.filter((type) => !type.startsWith('clock.'))

describe('one value has one class', () => {
  it('in the form that asks it and in the fact that it teaches', () => {
    expect(twoClasses(acts).toSorted()).toEqual(Object.keys(argued).toSorted())
  })

  it('and a form that asks it in another is found', () => {
    const input = closed({
      ...commandRow('testimony.recorded').input.properties,
      offences: choices(offenceLabels, { label: { fr: 'Infractions', en: 'Offences' }, dataClass: 'G' })
    })
    withRow('testimony.recorded', { input }, () =>
      expect(twoClasses(['testimony.recorded'])).toEqual(['testimony.recorded offences G: offences F'])
    )
  })
})

describe('with the coarse word of justice, whoever decides on the stay is told what the law gives them to check', () => {
  const marked = (Object.entries(guards) as [GuardId, Guard][]).filter(([, { coarse }]) => coarse)

  it('whether a procedure runs, when a conviction became final, and whether an offence opens the permit: not which', () => {
    expect(coarseFacts).toEqual(['finalOn'])
    expect(marked.map(([id]) => id).toSorted()).toEqual([
      'complaintMade',
      'complaintOpensCard',
      'complaintOpensHousingCard',
      'finalConviction',
      'finalDecision',
      'procedureNotClosed',
      'procedureOpen',
      'withdrawnPermitHasItsOffence'
    ])
    expect(marked.filter(([, { sees }]) => ![sees].flat().includes('F'))).toEqual([])
  })

  it('so that a prefecture reads at its button that no offence opens the permit', () => {
    const button = (offences: string[]) => {
      const told = aCase({ regions: { residence: 'cst_applied' }, facts: { ...complained, offences } })
      const seen = sightOf(['prefecture'], told.facts)
      expect(discloseFacts(seen)).not.toHaveProperty('offences')
      const verdict = opennessFor('permit.issue', told, seen)
      return verdict.open && verdict.unusual ? reasonFor('permit.issue', verdict.unusual, seen) : null
    }
    expect(button(['225-4-1', '225-14'])).toBeNull()
    expect(button(['225-14'])).toBe(guards.complaintOpensCard.reason)
  })
})
