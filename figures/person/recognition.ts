import type { CommandType } from '../../workflows/case/commands.ts'
import { isClosed, unprotected, type RegionState } from '../../workflows/vocabulary/states.ts'
import { code, type Words } from './column.ts'
import type { Life } from './life.ts'
import { firstOf, spanOf, spanWords } from './spans.ts'

/** Presumed, formally identified and recognised by a court are never one word. */
const statusWords = {
  in_review: { fr: 'en examen', en: 'under examination' },
  insufficient: { fr: 'éléments insuffisants', en: 'insufficient elements' },
  presumed: { fr: 'victime présumée', en: 'presumed victim' },
  not_confirmed: {
    fr: 'présumée, non confirmée par le service',
    en: 'presumed, not confirmed by the service'
  },
  formally_identified: { fr: 'identification formelle', en: 'formally identified' },
  court_recognised: { fr: 'reconnue par une juridiction', en: 'recognised by a court' }
} as const satisfies Words

type Status = keyof typeof statusWords

const statusOf: Record<RegionState<'identification'>, Status> = {
  flagged: 'in_review',
  under_triage: 'in_review',
  review_open: 'in_review',
  restoring: 'in_review',
  transferred_territory: 'in_review',
  // Counted under the case that stays; a row is never made of it.
  duplicate_merged: 'in_review',
  insufficient_elements: 'insufficient',
  presumed: 'presumed',
  formal_pending: 'presumed',
  not_confirmed: 'not_confirmed',
  formally_identified: 'formally_identified',
  court_recognised: 'court_recognised'
}

/** Another territory takes up the case where it stood. */
const statusFor = ({ regions: { identification }, facts }: Life): Status =>
  statusOf[(identification === 'transferred_territory' && facts.identificationBefore) || identification]

const outcomeWords = {
  in_review: statusWords.in_review,
  insufficient: statusWords.insufficient,
  minors: { fr: 'protection de l’enfance', en: 'child protection' },
  acse: { fr: 'accueil ou accord d’Ac.Sé', en: 'housed or accepted by Ac.Sé' },
  local: { fr: 'hébergement local ou autre', en: 'local or other shelter' },
  waiting: { fr: 'place demandée', en: 'place requested' },
  no_place: { fr: 'sans place', en: 'without a place' },
  declined: { fr: 'place déclinée par la personne', en: 'place declined by the person' },
  other: { fr: 'autre suite', en: 'other' }
} as const satisfies Words

const roofOf: Record<RegionState<'housing'>, keyof typeof outcomeWords> = {
  matched: 'acse',
  pre_admission: 'acse',
  housed_acse: 'acse',
  moved: 'acse',
  security_alert: 'acse',
  ended: 'acse',
  minor_placement: 'minors',
  emergency_local: 'local',
  housed_chrs_other: 'local',
  placement_requested: 'waiting',
  waiting_list: 'no_place',
  refused_by_structure: 'no_place',
  declined_by_person: 'declined',
  unassessed: 'other',
  no_need: 'other',
  left: 'other',
  absconded: 'other'
}

/** A minor is counted with minors, whichever roof: their protection is another path. */
const outcomeFor = (life: Life): string => {
  const status = statusFor(life)
  if (status === 'in_review' || status === 'insufficient') return status
  const { minor, housing } = life.regions
  return unprotected.includes(minor) ? roofOf[housing] : 'minors'
}

/** By whom and how the first opinion was given. */
const deciding = {
  'grounds.positive': 'positive',
  'meeting.positive': 'positive_meeting',
  'grounds.record': 'positive_service',
  'triage.reject': 'insufficient',
  'meeting.insufficient': 'insufficient_meeting'
} as const satisfies Partial<Record<CommandType, string>>

const decisionWords: Words = {
  none: { fr: 'pas encore d’avis', en: 'no opinion yet' },
  positive: { fr: 'motifs raisonnables, par deux avis', en: 'reasonable grounds, by two opinions' },
  positive_meeting: { fr: 'motifs raisonnables, en réunion', en: 'reasonable grounds, in a meeting' },
  positive_service: { fr: 'motifs constatés par un service', en: 'grounds found by a service' },
  insufficient: { fr: 'éléments insuffisants, par deux avis', en: 'insufficient elements, by two opinions' },
  insufficient_meeting: {
    fr: 'éléments insuffisants, en réunion',
    en: 'insufficient elements, in a meeting'
  },
  unknown: { fr: 'non connu', en: 'not known' }
}

const decidingActs = Object.keys(deciding) as (keyof typeof deciding)[]
const positiveActs = decidingActs.filter((act) => deciding[act].startsWith('positive'))

const decidedAt = (life: Life) => firstOf(life, ...decidingActs)
/** When grounds were first found; null while they are not. */
export const recognitionOf = (life: Life): string | null => firstOf(life, ...positiveActs)

const closureWords: Words = {
  open: { fr: 'dossier ouvert', en: 'case open' },
  closed_inserted: { fr: 'vie autonome', en: 'independent life' },
  closed_returned: { fr: 'retour volontaire', en: 'voluntary return' },
  closed_lost: { fr: 'contact perdu', en: 'contact lost' },
  closed_transferred_abroad: { fr: 'suite à l’étranger', en: 'follow-up abroad' },
  closed_not_victim: { fr: 'traite non caractérisée', en: 'trafficking not established' },
  closed_by_person: { fr: 'à la demande de la personne', en: 'at the person’s request' },
  closed_deceased: { fr: 'décès', en: 'death' },
  unknown: { fr: 'non connu', en: 'not known' }
}

const formalAnswer = (life: Life) => firstOf(life, 'formal.yes', 'formal.no')

export const recognition = {
  status: code({ fr: 'Reconnaissance', en: 'Recognition' }, statusWords, statusFor),
  outcome: code({ fr: 'Suite', en: 'Outcome' }, outcomeWords, outcomeFor),
  decision: code({ fr: 'Premier avis', en: 'First opinion' }, decisionWords, ({ acts }) => {
    const first = acts.find(({ command }) => Object.hasOwn(deciding, command))
    return first ? deciding[first.command as keyof typeof deciding] : 'none'
  }),
  opinion_span: code(
    { fr: 'Délai jusqu’au premier avis', en: 'Time to the first opinion' },
    spanWords,
    (life) => spanOf({ from: life.openedAt, to: decidedAt(life), waits: !isClosed(life.regions.closure) })
  ),
  formal_span: code(
    { fr: 'Délai de l’identification formelle', en: 'Time to formal identification' },
    spanWords,
    (life) =>
      spanOf({
        from: firstOf(life, 'formal.request'),
        to: formalAnswer(life),
        waits: life.regions.identification === 'formal_pending'
      })
  ),
  closure: code({ fr: 'Clôture', en: 'Closure' }, closureWords, ({ regions: { closure } }) =>
    isClosed(closure) ? closure : 'open'
  ),
  closed_span: code({ fr: 'Du signalement à la clôture', en: 'From flag to closure' }, spanWords, (life) =>
    isClosed(life.regions.closure)
      ? spanOf({ from: life.openedAt, to: firstOf(life, 'case.close', 'case.close_lost'), waits: false })
      : 'waiting'
  )
}
