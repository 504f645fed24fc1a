import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { roleOfType, type OrgType, type Role } from '../actor.ts'
import { flagging, grants } from '../grants.ts'
import { barring, needs, regimes, type Regime } from '../habilitations.ts'

type RegimeRow = Bilingual & {
  /** Who gives it, in words, and the role whose people may confirm it in the administration's stead. */
  givenBy: Bilingual
  confirmedBy: Role | null
  basis: string | null
  /** Why no act waits for it. */
  opensNothing?: Bilingual
  /** What becomes of those whom an organisation follows under it, once it ends. */
  afterwards?: Bilingual
}

/** The legal regimes, never one for another. */
export const regimeRows: Record<Regime, RegimeRow> = {
  flag: {
    fr: 'habilitation à signaler',
    en: 'accreditation to flag',
    givenBy: { fr: 'le mécanisme national', en: 'the national mechanism' },
    confirmedBy: null,
    basis: null,
    afterwards: {
      fr: 'Une fois cette habilitation terminée, l’organisation continue d’accompagner les personnes qu’elle accompagne : elles ne perdent personne. Elle n’en signale, n’en reprend et n’en accompagne plus de nouvelles.',
      en: 'Once this accreditation has ended, the organisation goes on accompanying those whom it accompanies: they lose nobody. It flags nobody any more, takes nobody over and accompanies nobody anew.'
    }
  },
  r425_1: {
    fr: 'désignation pour informer la personne',
    en: 'designation to inform the person',
    givenBy: { fr: 'le ministre chargé de l’action sociale', en: 'the minister for social action' },
    confirmedBy: null,
    basis: 'CESEDA R425-1'
  },
  psp: {
    fr: 'agrément pour le parcours de sortie',
    en: 'approval for the exit programme',
    givenBy: { fr: 'le préfet du département', en: 'the prefect of the département' },
    confirmedBy: 'prefecture',
    basis: 'CASF R121-12-1'
  },
  victim_aid: {
    fr: 'agrément Justice d’aide aux victimes',
    en: 'Justice accreditation for victim aid',
    givenBy: { fr: 'le ministère de la justice', en: 'the Ministry of Justice' },
    confirmedBy: null,
    basis: 'CPP 41',
    opensNothing: {
      fr: 'N’ouvre rien ici : le procureur requiert l’association agréée (article 41), l’autorité judiciaire lui confie l’évaluation approfondie de la victime (article 10-5). L’une et l’autre s’adressent à elle sans passer par ce site. Consigné pour que l’on sache qui est agréé. Une association qui se constitue partie civile (articles 2-1 à 2-24) ne peut l’être (article D1-12-5).',
      en: 'Opens nothing here: the prosecutor calls on the approved association (article 41), the judicial authority entrusts it with the deeper assessment of the victim (article 10-5). Both write to it without this site. It is recorded so that people know who is approved. An association that joins as a civil party (articles 2-1 to 2-24) cannot be (article D1-12-5).'
    }
  },
  civil_party: {
    fr: 'droits de la partie civile',
    en: 'rights of a civil party',
    givenBy: { fr: 'la loi, aux conditions de l’article', en: 'statute, on the terms of the article' },
    confirmedBy: null,
    basis: 'CPP 2-22',
    opensNothing: {
      fr: 'N’ouvre aucun acte ici. Son absence est rappelée à l’association qui consigne une constitution de partie civile, sans rien refuser : le juge seul en décide.',
      en: 'Opens no act here. Where it is missing, the association that records a joining as a civil party is told so, and nothing is refused: the judge alone decides.'
    }
  }
}

/** Of two regimes that no association holds at once (D1-12-5): what was written down before that was asked. */
const bothHeld: Bilingual = {
  fr: 'À vérifier avec qui l’a donné : une association qui se constitue partie civile (articles 2-1 à 2-24) ne peut avoir l’agrément Justice d’aide aux victimes (article D1-12-5 du code de procédure pénale). Donnés tous deux avant que ce site ne le demande : mettez fin à l’un des deux.',
  en: 'To be checked with whoever gave it: an association that joins as a civil party (articles 2-1 to 2-24) cannot have the Justice accreditation for victim aid (article D1-12-5 of the code of criminal procedure). Both were given before this site asked: end one of the two.'
}

/** What is said beside a regime because of another that lives, or is asked for, beside it; null where nothing is. */
export const besideAnother = (regime: Regime, living: readonly Regime[]): Bilingual | null =>
  living.some((one) => one === barring[regime]) && living.includes(regime) ? bothHeld : null

/** Whether the people of a role do this act at all, whatever their organisation holds. */
const does = (role: Role, type: CommandType): boolean =>
  type === 'case.flag'
    ? flagging[role] !== undefined
    : grants[role].some(({ may }) => (may as readonly CommandType[]).includes(type))

/** Acts that name an approved association: these are done of it, by whoever decides. */
const isNamedBy = (regime: Regime, kind: OrgType, type: CommandType): boolean =>
  regime === 'psp' &&
  kind === 'association' &&
  (commandRow(type).requires as readonly string[]).includes('approved')

/** The acts that a regime opens to an organisation of this kind, by the tables that ask for it; it may open none. */
export const openedBy = (regime: Regime, kind: OrgType): CommandType[] => {
  const role = roleOfType[kind]
  return commandTypes.filter((type) => {
    const need = needs[type]
    const own = need?.regime === regime && role !== null && need.of.includes(role) && does(role, type)
    return own || isNamedBy(regime, kind, type)
  })
}

/** The regimes that are given to such an organisation: those that open something to it, and those that open nothing to anybody and are only recorded. */
export const regimesFor = (kind: OrgType): Regime[] =>
  regimes.filter(
    (regime) => regimeRows[regime].opensNothing !== undefined || openedBy(regime, kind).length > 0
  )
