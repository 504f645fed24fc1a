import type { Bilingual } from '../vocabulary/vocabulary.ts'

/** Kinds of organisations that may sit in a local cell; the words are those of policies/actor.ts. */
export const seats = {
  cell: { fr: 'secrétariat de la cellule', en: 'cell secretariat' },
  association: { fr: 'associations', en: 'associations' },
  prefecture: { fr: 'préfecture', en: 'prefecture' },
  prosecution: { fr: 'parquet', en: 'public prosecutor' },
  police: { fr: 'police et gendarmerie', en: 'police and gendarmerie' },
  labour_inspection: { fr: 'inspection du travail', en: 'labour inspection' },
  ofii: { fr: 'OFII', en: 'immigration office (OFII)' },
  ase: { fr: 'aide sociale à l’enfance', en: 'child protection' },
  health: { fr: 'structure de soins', en: 'care provider' }
} as const satisfies Record<string, Bilingual>

export type SeatType = keyof typeof seats
export const seatTypes = Object.keys(seats) as SeatType[]

/** How the voices of a meeting make a decision. */
export const decisionRules = {
  majority: { fr: 'à plus de la moitié des voix exprimées', en: 'by more than half of the votes cast' },
  consensus: { fr: 'par consensus : personne ne s’oppose', en: 'by consensus: nobody objects' }
} as const satisfies Record<string, Bilingual>
export type DecisionRule = keyof typeof decisionRules

/** How a cell decides whose version and protocol do not say: nobody is outvoted who did not agree to be. */
export const unsaidRule: DecisionRule = 'consensus'
