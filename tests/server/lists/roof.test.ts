import { expect, it } from 'vitest'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { tradeOf } from '../../../server/lists/trade.ts'
import { lineShown, type ShownLine } from '../../../server/outbox/worklist.line.ts'
import { aCase } from '../../support/cases.ts'

const sought = aCase({
  regions: { asylum_housing: 'placement_requested' },
  facts: { forbiddenZones: ['13', '69'], asylumLink: true }
})
const read = (capacity: Capacity) =>
  tradeOf(JSON.parse(lineShown(capacity, sought, []).line) as ShownLine, 'fr').notes

it('who may not be told where the person is sought reads nothing of it', () => {
  expect(read('cell_member')).not.toContain('éloigner')
})

it.each<Capacity>(['acse', 'ofii', 'dna_centre'])(
  'the line of %s says from where the person is to be kept away, as it is the one who finds a place',
  (capacity) => {
    expect(read(capacity)).toMatch(/éloigner de\s:\s.*Bouches-du-Rhône/)
  }
)
