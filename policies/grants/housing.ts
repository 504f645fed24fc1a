import { accompanying } from './accompanying.ts'
import type { Desk } from './grant.ts'

/** Ac.Sé and the structures that house. */
export const housing = {
  acse_desk: [
    {
      as: 'acse',
      may: [
        'acse.assessed',
        'acse.offer',
        'acse.no_place',
        'acse.visio',
        'acse.declined_by_person',
        'acse.place_declined',
        'housing.stays',
        'housing.alert',
        'housing.moved',
        'stay.review'
      ]
    }
  ],
  shelter: [
    {
      as: 'shelter',
      may: [
        'acse.visio',
        'acse.admission',
        'acse.hold_extended',
        'housing.place_changed',
        'housing.moved',
        'stay.review',
        'health.refer',
        'housing.alert',
        'housing.left',
        'housing.absconded',
        'housing.ended',
        'acse.declined_by_person',
        'acse.refused_after',
        'acse.place_declined'
      ]
    },
    {
      as: 'dna_centre',
      may: [
        'dna.admission',
        'dna.hold_extended',
        'dna.place_changed',
        'dna.stay_review',
        'dna.review',
        'dna.rehouse',
        'dna.alert',
        'dna.left',
        'dna.absconded',
        'dna.declined_by_person',
        'dna.refused_after',
        'dna.place_declined'
      ]
    },
    {
      as: 'minor_shelter',
      may: [
        'minor.placement_arrival',
        'housing.place_changed',
        'minor.placement_cancelled',
        'minor.placement_ended',
        'child.heard',
        'minor.placement_alert',
        'runaway.report',
        'search.review'
      ]
    },
    { as: 'referent', may: accompanying }
  ],
  // They answer what they are asked; the SIAO asks a CHRS in turn, and the 115 says that it has given shelter.
  siao: [{ as: 'siao', may: ['chrs.request', 'danger.immediate'] }],
  chrs: [{ as: 'chrs', may: ['danger.immediate'] }]
} as const satisfies Desk
