import type { CivilDate } from '../calendar/civil-date.ts'
import type { LegalCode } from './register.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

/** Offences that a complaint, a testimony or a judgment may name. They qualify what was done to the person, never what she did. */
export const offenceLabels = {
  '224-1-A': { fr: 'Réduction en esclavage', en: 'Enslavement' },
  '224-1-B': { fr: 'Exploitation d’une personne réduite en esclavage', en: 'Exploiting an enslaved person' },
  '224-1-C': { fr: 'Esclavage aggravé', en: 'Aggravated enslavement' },
  '225-4-1': { fr: 'Traite des êtres humains', en: 'Trafficking in human beings' },
  '225-4-2': { fr: 'Traite aggravée', en: 'Aggravated trafficking' },
  '225-4-3': { fr: 'Traite en bande organisée', en: 'Trafficking by an organised gang' },
  '225-4-4': { fr: 'Traite avec tortures', en: 'Trafficking with torture' },
  '225-4-5': { fr: 'Traite liée à une infraction plus grave', en: 'Trafficking for a graver offence' },
  '225-4-6': {
    fr: 'Traite : responsabilité pénale des personnes morales',
    en: 'Trafficking: criminal liability of legal persons'
  },
  '225-5': { fr: 'Proxénétisme', en: 'Procuring' },
  '225-6': { fr: 'Proxénétisme par entremise ou entrave', en: 'Procuring as go-between or by obstruction' },
  '225-7': { fr: 'Proxénétisme aggravé', en: 'Aggravated procuring' },
  '225-7-1': { fr: 'Proxénétisme, mineur de moins de 15 ans', en: 'Procuring of a child under 15' },
  '225-8': { fr: 'Proxénétisme en bande organisée', en: 'Procuring by an organised gang' },
  '225-9': { fr: 'Proxénétisme avec tortures', en: 'Procuring with torture' },
  '225-10': {
    fr: 'Proxénétisme : tenue ou mise à disposition d’un lieu',
    en: 'Procuring: keeping or providing premises'
  },
  '225-12-5': { fr: 'Exploitation de la mendicité', en: 'Exploitation of begging' },
  '225-12-6': { fr: 'Exploitation aggravée de la mendicité', en: 'Aggravated exploitation of begging' },
  '225-12-7': { fr: 'Mendicité exploitée en bande organisée', en: 'Begging exploited by an organised gang' },
  '225-13': {
    fr: 'Rétribution inexistante ou manifestement insuffisante',
    en: 'No pay, or pay plainly insufficient'
  },
  '225-14': { fr: 'Travail ou hébergement indignes', en: 'Degrading work or housing' },
  '225-14-1': { fr: 'Travail forcé', en: 'Forced labour' },
  '225-14-2': { fr: 'Réduction en servitude', en: 'Servitude' }
} as const satisfies Record<string, Bilingual>

export type OffenceCode = keyof typeof offenceLabels
export const offenceCodes = Object.keys(offenceLabels) as OffenceCode[]

/** Where each is written. A letter follows its number after a dash in the acts, without one in the register of the law. */
export const offenceArticles = Object.fromEntries(
  offenceCodes.map((code) => [code, `CP.${code.replace(/-(?=[A-C]$)/, '')}`])
) as Record<OffenceCode, LegalCode>

const traffickingWithoutLegalPerson = ['225-4-1', '225-4-2', '225-4-3', '225-4-4', '225-4-5'] as const
const procuring = ['225-5', '225-6', '225-7', '225-7-1', '225-8', '225-9', '225-10'] as const

export type OffenceList = {
  basis: LegalCode
  /** Null unless an earlier text was read that left the offence out: the day of a copy is the day of no law. */
  from: CivilDate | null
  /** Null while no later text is known. */
  until: CivilDate | null
  codes: readonly OffenceCode[]
}

/** Code pénal ranges named by CESEDA L425-1 and L425-11 (as of 2026-04-03) and CPP 706-3 (as of 2024-01-15): no later text is known to have cut them, no earlier one to have left these out. */
export const offenceLists = {
  l4251: {
    basis: 'CESEDA.L425-1',
    // Former L316-1 opened the same door before 1 May 2021.
    from: null,
    until: null,
    codes: [...traffickingWithoutLegalPerson, '225-4-6', ...procuring]
  },
  // It says « dépose plainte » and asks of no day: a complaint older than the law of 26 January 2024 may be relied upon.
  l42511: { basis: 'CESEDA.L425-11', from: null, until: null, codes: ['225-14'] },
  civi: {
    basis: 'CPP.706-3',
    from: null,
    until: null,
    codes: [
      '224-1-A',
      '224-1-B',
      '224-1-C',
      ...traffickingWithoutLegalPerson,
      ...procuring,
      '225-14-1',
      '225-14-2'
    ]
  }
} as const satisfies Record<string, OffenceList>

/** Whether one of the offences named opens what a list opens, on the day when they were named: unknown, as it stands today. */
export const opens =
  ({ codes, from, until }: OffenceList) =>
  (named: readonly string[], on: CivilDate | null): boolean =>
    (on === null || ((from === null || on >= from) && (until === null || on <= until))) &&
    named.some((code) => (codes as readonly string[]).includes(code))

/** The one-year permit after a complaint or testimony. Labour exploitation alone does not open it. */
export const opensL4251 = opens(offenceLists.l4251)

/** The one-year permit after a complaint about degrading housing; the code covers work too, which does not open it. */
export const opensL42511 = opens(offenceLists.l42511)

/** Full compensation by the CIVI whatever the length of incapacity. */
export const opensCivi = opens(offenceLists.civi)
