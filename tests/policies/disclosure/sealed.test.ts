import { expect, it } from 'vitest'
import { seesWhole, accessTo } from '../../../policies/data-classes.ts'
import { actClass } from '../../../policies/disclosure.ts'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { isSealed } from '../../../workflows/vocabulary/split.ts'
import { allScopes } from '../../support/cases.ts'

const known = (['adult', 'minor'] as const).map((ageGroup) => ({ consents: allScopes, ageGroup }))

it('what is kept encrypted is read by somebody, who follows the act in which it was written', () => {
  const unread = commandTypes.flatMap((type) =>
    Object.entries(commandRow(type).input.properties).flatMap(([field, property]) => {
      const dataClass = notesOf(property)?.dataClass
      if (!isSealed(dataClass) || notesOf(property)?.addressee) return []
      const readers = (Object.keys(capacities) as Capacity[]).filter((one) =>
        known.some(
          (facts) =>
            accessTo(dataClass, one, facts).access !== 'closed' && seesWhole(actClass(type), one, facts)
        )
      )
      return readers.length === 0 ? [`${type} ${field}`] : []
    })
  )
  expect(unread).toEqual([])
})
