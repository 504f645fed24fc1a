import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import type { CheckId } from '../../../workflows/case/checks.ts'
import { legalBases, type LegalCode } from '../../../workflows/law/register.ts'
import { applied, held, regular } from '../../../workflows/vocabulary/states.ts'
import { reflectionStates, withoutPermit, withoutTitle } from '../../../workflows/regions/residence/words.ts'
import { storedStates, withRow } from '../../support/cases.ts'

// A guard is not all that closes an act: the states that it opens from, and what is checked in its form, close it as well. Each is
// argued here for what a statute founds and no authority has decided.

const founded = (type: CommandType) =>
  commandRow(type).basis.some((code) => legalBases[code].status === 'statute')
const asked = commandTypes.filter((type) => {
  const { records, offered } = commandRow(type)
  return offered && !records && founded(type)
})
const ofStay = asked.filter((type) => commandRow(type).region === 'residence')

/** The same is asked for by one act where nothing is held, and by another beside what is. */
const ways: Partial<Record<CommandType, CommandType>> = {
  'permit.apply_beside': 'permit.apply',
  'unworthy_housing.apply_beside': 'unworthy_housing.apply',
  'discretion.apply_beside': 'discretion.apply',
  'coming_of_age.apply_beside': 'coming_of_age.apply'
}
const right = (type: CommandType) => ways[type] ?? type

const opens = (type: CommandType, state: string) => {
  const { from } = commandRow(type)
  return from === 'any' || from.includes(state)
}
/** Where none of the acts that ask for the same is open. */
const closedIn = (one: CommandType) => {
  const acts = ofStay.filter((type) => right(type) === one)
  return storedStates('residence').filter((state) => !acts.some((type) => opens(type, state)))
}

type Argued = { in: readonly string[]; because: string; article?: LegalCode }

const tenYears = {
  in: ['cr10'],
  because: 'the ten-year card is held: what is asked for gives less, for a year'
} as const
const unionStay = {
  in: ['eu_or_french'],
  because: '« Les citoyens de l’Union européenne ont le droit de séjourner »: a stay without any permit',
  article: 'CESEDA.L233-1'
} as const
const rightHeld = {
  in: ['cr10', 'eu_or_french'],
  because: 'a right to stay is held: no other way to one is prepared'
}

const argued: Partial<Record<CommandType, readonly Argued[]>> = {
  'reflection.offer': [
    { in: ['reflection_offered', 'reflection_running'], because: 'the same period is offered or runs' }
  ],
  'prefecture.request': [tenYears],
  'prefecture.ask_again': [tenYears],
  'permit.apply': [
    tenYears,
    { in: ['cst_valid', 'cst_renewed'], because: 'the same permit is held: permit.renew_ask' }
  ],
  'unworthy_housing.apply': [
    tenYears,
    { in: ['l425_11'], because: 'the same permit is held: permit.renew_ask' }
  ],
  'discretion.apply': [
    tenYears,
    { in: ['humanitarian_discretion'], because: 'the same permit is held: permit.renew_ask' }
  ],
  'coming_of_age.apply': [tenYears],
  'resident.apply': [{ in: ['cr10'], because: 'the same card is held' }, unionStay],
  'residence.route': [rightHeld],
  'other.refused': [unionStay],
  'permit.refused': [
    {
      in: [...withoutTitle, 'cr10', 'appeal'],
      because:
        'nothing is before the prefecture of which a silence could be: what is beside has other.refused'
    }
  ],
  'permit.renew_ask': [
    {
      in: [...withoutTitle, ...applied, 'appeal', 'cr10'],
      because: 'no card of a year is held that could be renewed: a first one is applied for'
    }
  ],
  'permit.lapsed': [
    {
      in: [...withoutTitle, ...applied, 'appeal', 'cr10', 'regular_other'],
      because:
        'it takes away: of a permit behind an application its clock says so, of another permit other_permit.ended'
    }
  ],
  'union.stay_checked': [
    {
      in: [...withoutPermit, ...applied, ...held, 'cr10', 'appeal', 'regular_other'],
      because:
        '« L’étranger » of book II is a citizen of the Union; of whoever turns out to be one, the stay says so first',
      article: 'CESEDA.L233-1'
    }
  ]
}

const arguedFor = (one: CommandType) => (argued[one] ?? []).flatMap((row) => row.in)

describe('where an act on the stay that a statute founds is closed, its state is argued', () => {
  it.each(ofStay.filter((type) => right(type) === type))('%s', (one) => {
    expect(closedIn(one).toSorted()).toEqual([...new Set(arguedFor(one))].toSorted())
  })

  it('argues of no act that asks nothing more', () => {
    expect(Object.keys(argued).filter((type) => !ofStay.includes(type as CommandType))).toEqual([])
    expect(
      Object.entries(ways)
        .flat()
        .filter((type) => !ofStay.includes(type as CommandType))
    ).toEqual([])
  })

  it('no application is closed by another, by a refusal, by a court or by reflection (L425-1, L425-3, R425-1)', () => {
    const never = [
      ...applied,
      ...reflectionStates,
      'refused_permit',
      'appeal',
      'unknown',
      'irregular',
      'regular_other'
    ]
    const applications = ofStay.filter((type) => /\.apply(_beside)?$/.test(type)).map(right)
    expect(new Set(applications).size).toBe(5)
    for (const one of applications)
      expect(
        never.filter((state) => closedIn(one).includes(state)),
        one
      ).toEqual([])
  })

  it('would be seen: an application that waits for the answer to another', () => {
    withRow('permit.apply_beside', { from: [...regular] }, () =>
      expect(closedIn('permit.apply')).toEqual(expect.arrayContaining(['cst_applied', 'appeal']))
    )
  })
})

/** What only the facts of the case refuse in a form. */
const checksArgued: Partial<
  Record<CheckId, { acts: readonly CommandType[]; article: LegalCode; because: string }>
> = {
  oldEnough: {
    acts: ['permit.apply', 'permit.apply_beside'],
    article: 'CESEDA.R425-5',
    because: '« le mineur de seize ans ou plus » who declares wanting to work or to train'
  },
  silenceOfIt: {
    acts: ['other.refused'],
    article: 'CESEDA.R432-2',
    because: 'a silence that still counts is no refusal: that of each application has its own four months'
  },
  bornSo: {
    acts: ['identity.record'],
    article: 'CC.388',
    because: 'a birth date beside the age that is recorded: another says it'
  }
}

describe('what is checked in the form of an act that a statute founds is argued', () => {
  it.each(asked)('%s', (type) => {
    const unargued = commandRow(type).checks.filter((check) => !checksArgued[check]?.acts.includes(type))
    expect(unargued).toEqual([])
  })

  it('argues nothing that is checked no more', () => {
    const stale = Object.entries(checksArgued).flatMap(([check, { acts }]) =>
      acts.filter((type) => !commandRow(type).checks.includes(check as CheckId))
    )
    expect(stale).toEqual([])
  })
})
