import type { GlassClass } from '../case/emergency-access.ts'
import type { Bilingual, ConsentScope, DataClass } from './vocabulary.ts'

/** What a capacity sees of a case. */
export type Sight = {
  /** The most that this capacity may ever see. */
  classes: readonly DataClass[]
  /** Shown only as a coarse word: housed or not; procedure open, closed or convicted. */
  coarse: readonly DataClass[]
  /** Needs the consent to this scope. */
  consent: Partial<Record<DataClass, ConsentScope>>
  /** Protects or cares for a minor, and needs no consent of hers: always, or while she is searched for. */
  minors?: 'always' | 'missing'
  /** Opens nothing of an adult. */
  minorsOnly?: true
}

type CapacityRow = Bilingual &
  Sight & {
    /** Of several capacities of one organisation, that of the smallest number speaks first. */
    rank: number
    /**
     * What an emergency may open beyond its own sight: who she is, to find or to recognise her; what was done to her, for those
     * who face the danger with her. Nothing to whoever protects children alone, weighs her right to stay or sits in a session.
     */
    emergency: readonly GlassClass[]
  }

/**
 * In which capacity an organisation takes part in a case, and what it sees there, by the mechanism's visibility matrix: what is
 * not written is refused.
 */
export const capacities = {
  referent: {
    fr: 'référente de parcours',
    en: 'case referent',
    rank: 1,
    classes: ['A', 'B', 'C', 'D', 'E', 'F', 'H', 'I', 'J', 'K'],
    coarse: [],
    consent: {},
    emergency: []
  },
  flagger: {
    fr: 'à l’origine du signalement',
    en: 'source of the flag',
    rank: 21,
    classes: ['D'],
    coarse: [],
    consent: {},
    emergency: ['B']
  },
  cell: {
    fr: 'cellule du territoire',
    en: 'cell of the territory',
    rank: 2,
    classes: ['B', 'C', 'D', 'E', 'F', 'K'],
    coarse: [],
    consent: { B: 'B', C: 'B' },
    minors: 'always',
    emergency: ['B', 'C']
  },
  cell_member: {
    fr: 'membre de la cellule',
    en: 'cell member',
    rank: 20,
    classes: ['D', 'F', 'K'],
    coarse: [],
    consent: {},
    emergency: []
  },
  prefecture: {
    fr: 'préfecture',
    en: 'prefecture',
    rank: 10,
    classes: ['B', 'E', 'F', 'K'],
    coarse: ['F', 'K'],
    consent: { B: 'E' },
    emergency: []
  },
  police: {
    fr: 'police ou gendarmerie',
    en: 'police or gendarmerie',
    rank: 13,
    classes: ['B', 'C', 'D', 'F', 'G'],
    coarse: [],
    consent: { B: 'F', C: 'F' },
    minors: 'missing',
    emergency: ['A', 'B', 'C']
  },
  acse: {
    fr: 'coordination Ac.Sé',
    en: 'Ac.Sé desk',
    rank: 3,
    classes: ['A', 'B', 'D', 'E', 'F', 'K'],
    coarse: [],
    consent: { B: 'C' },
    emergency: ['B']
  },
  shelter: {
    fr: 'structure d’accueil',
    en: 'shelter',
    rank: 4,
    classes: ['A', 'B', 'E', 'K'],
    coarse: [],
    consent: { B: 'C' },
    emergency: ['B', 'C']
  },
  child_protection: {
    fr: 'protection de l’enfance',
    en: 'child protection',
    rank: 15,
    classes: ['A', 'B', 'C', 'D', 'E', 'F', 'H', 'I', 'J', 'K'],
    coarse: [],
    consent: {},
    minorsOnly: true,
    emergency: []
  },
  prosecutor: {
    fr: 'parquet',
    en: 'public prosecutor',
    rank: 11,
    classes: ['B', 'C', 'D', 'E', 'F', 'G', 'J', 'K'],
    coarse: [],
    consent: {},
    emergency: []
  },
  labour: {
    fr: 'inspection du travail',
    en: 'labour inspection',
    rank: 14,
    classes: ['B', 'C', 'D', 'F'],
    coarse: [],
    consent: { B: 'F', C: 'F' },
    emergency: ['B']
  },
  ofii: {
    fr: 'OFII',
    en: 'immigration office (OFII)',
    rank: 7,
    classes: ['B', 'D', 'E', 'I', 'K'],
    coarse: [],
    consent: { B: 'D', I: 'D' },
    emergency: []
  },
  // Asked for her return alone, OFII is told who she is and neither her stay, nor asylum, nor where she sleeps.
  ofii_return: {
    fr: 'OFII, retour volontaire',
    en: 'OFII, voluntary return',
    rank: 8,
    classes: ['B'],
    coarse: [],
    consent: { B: 'H' },
    emergency: []
  },
  iom: {
    fr: 'OIM, aide au retour',
    en: 'IOM, help to return',
    rank: 9,
    classes: ['B'],
    coarse: [],
    consent: { B: 'H' },
    emergency: []
  },
  dna_centre: {
    fr: 'centre du dispositif d’asile',
    en: 'asylum reception centre',
    rank: 5,
    classes: ['A', 'B', 'E', 'I', 'K'],
    coarse: [],
    consent: { B: 'D' },
    emergency: ['B', 'C']
  },
  minor_shelter: {
    fr: 'structure pour mineurs',
    en: 'shelter for minors',
    rank: 6,
    classes: ['A', 'B', 'C', 'H', 'K'],
    coarse: [],
    consent: {},
    minorsOnly: true,
    emergency: []
  },
  juvenile_judge: {
    fr: 'juge des enfants',
    en: 'juvenile judge',
    rank: 12,
    classes: ['A', 'B', 'C', 'D', 'E', 'F', 'H', 'I', 'J', 'K'],
    coarse: [],
    consent: {},
    minorsOnly: true,
    emergency: []
  },
  ad_hoc_guardian: {
    fr: 'administrateur·rice ad hoc',
    en: 'ad hoc guardian',
    rank: 16,
    classes: ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'],
    coarse: [],
    consent: {},
    minorsOnly: true,
    emergency: []
  },
  // It knows its own part, which the referral asks of it: neither her plan nor to whom else she goes for care.
  health: {
    fr: 'soin',
    en: 'health care',
    rank: 17,
    classes: ['B'],
    coarse: [],
    consent: { B: 'G' },
    minors: 'always',
    emergency: ['B']
  },
  exit_programme: {
    fr: 'commission du parcours de sortie',
    en: 'exit-programme commission',
    rank: 18,
    classes: ['B', 'E'],
    coarse: [],
    consent: { B: 'E' },
    emergency: []
  },
  lawyer: {
    fr: 'avocat·e de la personne',
    en: 'lawyer of the person',
    rank: 19,
    classes: ['B', 'C', 'E', 'F', 'J'],
    coarse: [],
    consent: { B: 'A', C: 'A' },
    emergency: []
  }
} as const satisfies Record<string, CapacityRow>

export type Capacity = keyof typeof capacities
