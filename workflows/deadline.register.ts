import type { LegalCode, LegalStatus } from './law.ts'
import type { Bilingual } from './vocabulary.ts'

export type DurationUnit = 'hours' | 'days' | 'workingDays' | 'months' | 'years'
export type Duration = { n: number; unit: DurationUnit }

export type DeadlineRow = {
  label: Bilingual
  /** Null where no text fixes it: the dated configuration does. */
  duration: Duration | null
  startsOn: Bilingual
  /** Days before the due day, the earliest alert first. */
  alerts: readonly number[]
  basis: LegalCode
  status: LegalStatus
  /** The command that falls due by itself; null when the clock only warns. */
  fires: 'reflection.expire' | 'expire' | null
  extendToWorkingDay: boolean
  /** The first configuration that knows this clock. */
  validFrom: string
}

const warns = { alerts: [], fires: null, extendToWorkingDay: false, validFrom: '2026-09' } as const
const design = { ...warns, status: 'design', duration: null } as const
const statute = { ...warns, status: 'statute' } as const

const flag = { fr: 'le signalement', en: 'the flag' }
const offer = { fr: 'la demande faite au partenaire', en: 'the request to the partner' }

/** Every clock of a case. Those the law counts carry their length; the others take it from the configuration. */
export const deadlineRegister = {
  'D-REFLEX': {
    ...statute,
    label: { fr: 'Délai de réflexion', en: 'Reflection period' },
    duration: { n: 30, unit: 'days' },
    startsOn: { fr: 'la remise du récépissé', en: 'the day the receipt is handed over' },
    alerts: [10, 5],
    basis: 'CESEDA.R425-2',
    fires: 'reflection.expire'
  },
  'D-SILENCE': {
    ...statute,
    label: { fr: 'Silence de la préfecture : refus', en: 'Silence of the prefecture: refusal' },
    duration: { n: 4, unit: 'months' },
    startsOn: { fr: 'le dépôt de la demande de titre', en: 'the permit application' },
    alerts: [30],
    basis: 'CESEDA.R432-2'
  },
  'D-RECEP': {
    ...statute,
    label: { fr: 'Validité du récépissé', en: 'Validity of the receipt' },
    // The receipt bears its own end: the law only sets a month at least.
    duration: { n: 0, unit: 'days' },
    startsOn: { fr: 'la date de fin écrite sur le récépissé', en: 'the end date on the receipt' },
    alerts: [30],
    basis: 'CESEDA.R431-13'
  },
  'D-CST': {
    ...statute,
    label: { fr: 'Validité de la carte d’un an', en: 'Validity of the one-year permit' },
    duration: { n: 1, unit: 'years' },
    startsOn: { fr: 'la délivrance de la carte', en: 'the issue of the permit' },
    // Renewal is asked between these two days (CESEDA R431-5).
    alerts: [120, 60],
    basis: 'CESEDA.L425-1'
  },
  'D-IP': {
    ...statute,
    label: { fr: 'Évaluation de l’information préoccupante', en: 'Assessment of the report of concern' },
    duration: { n: 3, unit: 'months' },
    startsOn: { fr: 'la réception de l’information', en: 'the receipt of the report' },
    alerts: [15],
    basis: 'CASF.D226-2-4'
  },
  EVVI: {
    ...design,
    label: { fr: 'Besoins de protection à évaluer', en: 'Protection needs to assess' },
    startsOn: { fr: 'la plainte', en: 'the complaint' },
    basis: 'CPP.10-5',
    extendToWorkingDay: true
  },
  'MNIO-TRIAGE': {
    ...design,
    label: { fr: 'Premier examen', en: 'First look' },
    startsOn: flag,
    basis: 'MNIO.TRIAGE'
  },
  'MNIO-TRIAGE-DANGER': {
    ...design,
    label: { fr: 'Premier examen, danger immédiat', en: 'First look, immediate danger' },
    startsOn: flag,
    basis: 'MNIO.TRIAGE'
  },
  'MNIO-RG': {
    ...design,
    label: { fr: 'Motifs raisonnables', en: 'Reasonable grounds' },
    startsOn: flag,
    alerts: [1],
    basis: 'MNIO.GROUNDS'
  },
  'MNIO-INFO': {
    ...design,
    label: { fr: 'Informer la personne', en: 'Inform the person' },
    startsOn: { fr: 'la présomption', en: 'the presumption' },
    basis: 'MNIO.INFORMATION'
  },
  'MNIO-FORMAL': {
    ...design,
    label: { fr: 'Identification formelle : relance', en: 'Formal identification: reminder' },
    startsOn: { fr: 'la demande à la police', en: 'the request to the police' },
    basis: 'MNIO.FORMAL',
    extendToWorkingDay: true
  },
  'MNIO-REVIEW': {
    ...design,
    label: { fr: 'Réexamen', en: 'Review' },
    startsOn: { fr: 'la demande de réexamen', en: 'the request for review' },
    alerts: [2],
    basis: 'MNIO.REVIEW'
  },
  'MNIO-EVAL': {
    ...design,
    label: { fr: 'Évaluation commune Ac.Sé', en: 'Joint Ac.Sé assessment' },
    startsOn: { fr: 'la demande à Ac.Sé', en: 'the request to Ac.Sé' },
    basis: 'MNIO.EVALUATION',
    fires: 'expire'
  },
  'MNIO-PLACE-ANSWER': {
    ...design,
    label: { fr: 'Réponse de la structure', en: 'Answer of the shelter' },
    startsOn: offer,
    basis: 'MNIO.ANSWER',
    fires: 'expire'
  },
  'MNIO-PREF-ANSWER': {
    ...design,
    label: { fr: 'Réponse de la préfecture', en: 'Answer of the prefecture' },
    startsOn: offer,
    alerts: [1],
    basis: 'MNIO.ANSWER',
    fires: 'expire'
  },
  'MNIO-MATCH': {
    ...design,
    label: { fr: 'Place trouvée, admission attendue', en: 'Place found, admission awaited' },
    startsOn: { fr: 'l’accord de la structure', en: 'the shelter’s agreement' },
    basis: 'MNIO.MATCH'
  },
  'MNIO-RESEARCH': {
    ...design,
    label: { fr: 'Nouvelle recherche de place', en: 'New search for a place' },
    startsOn: { fr: 'la dernière recherche', en: 'the last search' },
    basis: 'MNIO.MATCH'
  },
  'MNIO-EMG': {
    ...design,
    label: { fr: 'Mise à l’abri', en: 'Emergency shelter' },
    startsOn: { fr: 'le danger immédiat', en: 'the immediate danger' },
    basis: 'CP.223-6'
  },
  'MNIO-MOVE': {
    ...design,
    label: { fr: 'Changement de lieu', en: 'Move to another place' },
    startsOn: { fr: 'l’alerte de sécurité', en: 'the security alert' },
    basis: 'MNIO.SECURITY'
  },
  'MNIO-RECONTACT': {
    ...design,
    label: { fr: 'Reprise de contact', en: 'Getting back in touch' },
    startsOn: { fr: 'le départ', en: 'the departure' },
    basis: 'MNIO.RECONTACT'
  },
  'MNIO-STAY-REVIEW': {
    ...design,
    label: { fr: 'Bilan de l’accueil', en: 'Review of the stay' },
    startsOn: { fr: 'l’admission', en: 'the admission' },
    alerts: [14],
    basis: 'MNIO.STAY',
    extendToWorkingDay: true
  },
  'MNIO-IP': {
    ...design,
    label: { fr: 'Information préoccupante à transmettre', en: 'Report of concern to send' },
    startsOn: { fr: 'la connaissance de la minorité', en: 'the day minority is known' },
    basis: 'CASF.L226-2-1'
  }
} as const satisfies Record<string, DeadlineRow>

export type DeadlineCode = keyof typeof deadlineRegister
export const deadlineCodes = Object.keys(deadlineRegister) as DeadlineCode[]

/** The clocks that no text counts. */
export type OpenCode = {
  [C in DeadlineCode]: (typeof deadlineRegister)[C]['duration'] extends null ? C : never
}[DeadlineCode]

export type DeadlineConfig = { version: string; durations: Readonly<Record<OpenCode, Duration>> }

export const defaultConfig: DeadlineConfig = {
  version: '2026-09',
  durations: {
    EVVI: { n: 7, unit: 'days' },
    'MNIO-TRIAGE': { n: 2, unit: 'workingDays' },
    'MNIO-TRIAGE-DANGER': { n: 24, unit: 'hours' },
    'MNIO-RG': { n: 5, unit: 'workingDays' },
    'MNIO-INFO': { n: 24, unit: 'hours' },
    'MNIO-FORMAL': { n: 30, unit: 'days' },
    'MNIO-REVIEW': { n: 10, unit: 'workingDays' },
    'MNIO-EVAL': { n: 2, unit: 'workingDays' },
    'MNIO-PLACE-ANSWER': { n: 2, unit: 'workingDays' },
    'MNIO-PREF-ANSWER': { n: 5, unit: 'workingDays' },
    'MNIO-MATCH': { n: 5, unit: 'workingDays' },
    'MNIO-RESEARCH': { n: 3, unit: 'days' },
    'MNIO-EMG': { n: 4, unit: 'hours' },
    'MNIO-MOVE': { n: 24, unit: 'hours' },
    'MNIO-RECONTACT': { n: 72, unit: 'hours' },
    'MNIO-STAY-REVIEW': { n: 3, unit: 'months' },
    'MNIO-IP': { n: 24, unit: 'hours' }
  }
}

const configs: readonly DeadlineConfig[] = [defaultConfig]

/** A running case keeps the version it was opened under; an unknown one is a fault, never a default. */
export const configOf = (version: string): DeadlineConfig => {
  const config = configs.find((candidate) => candidate.version === version)
  if (config === undefined) throw new RangeError(`Unknown deadline configuration ${version}`)
  return config
}

export const durationOf = (code: DeadlineCode, config: DeadlineConfig = defaultConfig): Duration =>
  deadlineRegister[code].duration ?? config.durations[code as OpenCode]
