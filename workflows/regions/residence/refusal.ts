import { statuteClocks } from '../../deadlines/clocks/statute.ts'
import { answeredBeside, onlyBesideAsked } from '../../guards/asked.ts'
import { withoutBeside } from './beside.ts'
import { rowsOf } from '../../act/command.ts'
import { permitRuns, type Facts } from '../../facts/facts.ts'
import { choice, closed, optional, yes } from '../../vocabulary/fields.ts'
import { spelled } from '../../deadlines/spelled.ts'
import { isApplied, isHeld } from '../../vocabulary/states.ts'
import { ofHours, ofNotice, ofSilence, ofTwoMonths, anyNoticeFields, silentFields } from './notice.ts'
import { permitEnds, stayEnds } from './ending.ts'
import {
  answered,
  applied,
  held,
  on,
  otherAppeals,
  permitAppeals,
  regular,
  standing,
  reflecting as ofReflection
} from './words.ts'

const silence = spelled(statuteClocks['D-SILENCE'].duration)
const reflecting = spelled(statuteClocks['D-REFLEX'].duration)
const againstRefusal = spelled(statuteClocks['D-APPEAL-TA'].duration)
const againstLeaving = spelled(statuteClocks['D-APPEAL-OQTF'].duration)
export const silenceEnded = on(`Les ${silence.fr} se sont achevés le`, `The ${silence.en} ended on`)

/** How long the person has to go to court, as the decision says it. */
export const appealTimes = {
  two_months: {
    fr: `${againstRefusal.fr} : refus sans obligation de quitter le territoire`,
    en: `${againstRefusal.en}: refusal without an obligation to leave`
  },
  one_month: {
    fr: `${againstLeaving.fr} : refus avec obligation de quitter le territoire`,
    en: `${againstLeaving.en}: refusal with an obligation to leave`
  },
  seven_days: spelled(statuteClocks['D-APPEAL-7D'].duration),
  forty_eight_hours: spelled(statuteClocks['D-APPEAL-48H'].duration)
} as const

const appealWithin = choice(appealTimes, {
  label: { fr: 'Délai de recours indiqué', en: 'Time to appeal as stated' },
  hint: {
    fr: `Pendant les ${reflecting.fr} de réflexion, aucune obligation de quitter le territoire ne peut être prise.`,
    en: `During the ${reflecting.en} of reflection no obligation to leave may be decided.`
  },
  dataClass: 'E'
})

const startsOn = 'notifiedOn'
const stated = <C extends string>(twoMonths: C, oneMonth: C, sevenDays: C, fortyEightHours: C) =>
  [
    { code: twoMonths, startsOn, whenInput: { field: 'appealWithin', is: 'two_months' }, ...ofTwoMonths },
    { code: oneMonth, startsOn, whenInput: { field: 'appealWithin', is: 'one_month' }, ...ofNotice },
    { code: sevenDays, startsOn, whenInput: { field: 'appealWithin', is: 'seven_days' }, ...ofNotice },
    {
      code: fortyEightHours,
      startsOn,
      whenInput: { field: 'appealWithin', is: 'forty_eight_hours' },
      ...ofHours
    }
  ] as const
/** Against what was decided of the permit, and of another asked for beside it. */
export const appealClocks = stated(...permitAppeals)
export const otherAppealClocks = stated(...otherAppeals)
export const appealBasis = [
  'CESEDA.L614-1',
  'CESEDA.L911-1',
  'CESEDA.L921-1',
  'CESEDA.L921-2',
  'CJA.R421-1',
  'CJA.R421-5',
  'CJA.R421-7'
] as const

export const notified = {
  decisionOn: on('Décision du', 'Decision of'),
  notifiedOn: on('Notifiée le', 'Notified on'),
  appealWithin,
  ...anyNoticeFields
}

export const refusalReason = choice(
  {
    public_order: { fr: 'menace à l’ordre public', en: 'threat to public order' },
    listed_offence: {
      fr: 'motif de la liste légale (fraude, obligation de quitter non exécutée, infraction)',
      en: 'reason in the statutory list (fraud, unexecuted obligation to leave, offence)'
    },
    condition_missing: { fr: 'une condition n’est pas remplie', en: 'a condition is not met' },
    procedure_closed: {
      fr: 'aucune procédure pénale n’est ouverte',
      en: 'no criminal procedure is open'
    },
    ties: { fr: 'les liens ne sont pas rompus', en: 'the ties are not broken' },
    incomplete: { fr: 'dossier incomplet', en: 'incomplete file' },
    other: { fr: 'autre motif', en: 'another reason' }
  },
  { label: { fr: 'Motif', en: 'Reason' }, dataClass: 'E' }
)

/**
 * The board is consulted before some refusals only: of the ten-year card, of discretionary admission after ten years, and of some
 * cards of a year to whoever meets their conditions. Of those, the one of whoever was in care by sixteen is asked for here (L423-22).
 */
export const board = {
  tenYears: optional(
    yes({
      label: { fr: 'Réside en France depuis plus de dix ans', en: 'Has lived in France for over ten years' },
      hint: {
        fr: 'À dire pour un refus d’admission exceptionnelle.',
        en: 'To be said when discretionary admission is refused.'
      },
      dataClass: 'E',
      mayBeUnknown: true
    })
  ),
  boardHeard: optional(
    yes({
      label: {
        fr: 'La commission du titre de séjour a été consultée',
        en: 'The residence-permit board was consulted'
      },
      hint: {
        fr: 'Due avant de refuser la carte de dix ans, l’admission exceptionnelle après dix ans de résidence, ou la carte d’un an de qui a été confié au plus tard à seize ans (L432-13 : L423-22, comme L423-23 et L425-9).',
        en: 'Due before the ten-year card is refused, discretionary admission after ten years of residence, or the one-year card of whoever was in care by sixteen (L432-13: L423-22, as L423-23 and L425-9).'
      },
      dataClass: 'E'
    })
  )
}

/** What was asked for is answered; what else was asked for beside it is not. */
const answeredNow = (facts: Facts, residence: string): Partial<Facts> => ({
  renewalAsked: false,
  documentsAsked: false,
  routePrepared: false,
  withdrawnPermit: null,
  permitAsked: null,
  ...(isApplied(residence) && onlyBesideAsked(facts)
    ? {
        lapsed: answered(facts),
        permitRefused: answeredBeside(facts)?.permit ?? null,
        ...withoutBeside(facts, answeredBeside(facts))
      }
    : { lapsed: answered(facts, ['D-SILENCE']), permitRefused: facts.permitAsked })
})

/**
 * A permit that runs goes on to its own end, with what it gives, whether its renewal or another is refused; the clock of that
 * end takes them. Of whoever waits for an answer after it, the refusal does.
 */
const refused = (facts: Facts, on: string, residence: string): Partial<Facts> => {
  const { permitOverOn } = facts
  const last = permitOverOn !== null && permitOverOn > on ? permitOverOn : on
  return { ...(!permitRuns(facts) && stayEnds(facts, last)), ...answeredNow(facts, residence) }
}

const row = rowsOf('residence', { transition: 'T313', evenWhenClosed: true, opens: appealClocks })

/** Refusals, withdrawals, the silence that is a refusal, and the court. */
export const refusal = {
  'permit.refuse': row({
    records: true,
    keeps: [...standing, ...ofReflection, 'appeal'],
    from: [...applied, ...regular],
    to: 'refused_permit',
    label: { fr: 'Refuser le titre', en: 'Refuse the permit' },
    done: { fr: 'Titre refusé', en: 'Permit refused' },
    input: closed({ reason: refusalReason, ...board, ...notified }),
    guards: ['answerAwaited'],
    warns: ['boardNotDue', 'refusalEndsNoPermit', 'permitEndKnown'],
    checks: ['removalOpen', 'boardHeard', 'datesInOrder'],
    basis: [
      'CESEDA.L411-2',
      'CESEDA.L412-5',
      'CESEDA.L432-1',
      'CESEDA.L432-1-1',
      'CESEDA.L432-2',
      'CESEDA.L432-13',
      ...appealBasis
    ],
    apply: (facts, { notifiedOn }, _by, from) => refused(facts, notifiedOn, from.residence)
  }),
  'permit.withdraw': row({
    records: true,
    keeps: [...applied, ...ofReflection, 'refused_permit', 'appeal', 'eu_or_french'],
    // The permit stood behind what was refused or asked for since.
    recalls: (facts, { notifiedOn }, { older, from }) =>
      older || !permitRuns(facts) ? {} : permitEnds(facts, notifiedOn, from.residence),
    from: held,
    to: 'refused_permit',
    label: { fr: 'Retirer le titre', en: 'Withdraw the permit' },
    done: { fr: 'Titre retiré', en: 'Permit withdrawn' },
    input: closed({
      reason: choice(
        {
          ties_renewed: {
            fr: 'la personne a renoué de sa propre initiative',
            en: 'the person renewed ties on their own initiative'
          },
          untrue_complaint: {
            fr: 'plainte ou témoignage mensonger ou non fondé',
            en: 'untrue or unfounded complaint or testimony'
          },
          public_order: { fr: 'menace à l’ordre public', en: 'threat to public order' },
          condition_lost: { fr: 'une condition n’est plus remplie', en: 'a condition is no longer met' }
        },
        {
          label: { fr: 'Motif', en: 'Reason' },
          hint: {
            fr: 'Le retrait est facultatif. Aucune interdiction de retour ne peut s’y ajouter de ce seul fait.',
            en: 'Withdrawal is optional. It alone allows no ban on return.'
          },
          dataClass: 'E'
        }
      ),
      ...notified
    }),
    checks: ['removalOpen', 'datesInOrder'],
    basis: ['CESEDA.R425-6', 'CESEDA.L411-2', 'CESEDA.L432-2', 'CESEDA.L612-9', ...appealBasis],
    apply: (facts, { notifiedOn }, _by, from) => ({
      ...stayEnds(facts, notifiedOn),
      ...answeredNow(facts, from.residence),
      permitRefused: null,
      withdrawnPermit: isHeld(from.residence) ? from.residence : null
    })
  }),
  // Nobody decided: the law makes a refusal of the silence, and somebody only writes it down.
  'permit.refused': row({
    from: [...applied, ...regular],
    to: 'refused_permit',
    label: { fr: 'Constater la décision implicite de rejet', en: 'Record the implied refusal' },
    done: {
      fr: `Décision implicite de rejet, après ${silence.fr} de silence`,
      en: `Implied refusal, after ${silence.en} of silence`
    },
    input: closed({ bornOn: silenceEnded, ...silentFields }),
    guards: ['silenceOver'],
    warns: ['refusalEndsNoPermit', 'permitEndKnown'],
    basis: ['CESEDA.L411-2', 'CESEDA.R432-2', 'CJA.R421-2', 'CRPA.L112-6', 'CRPA.L232-4'],
    opens: [{ code: 'D-APPEAL-TA', startsOn: 'bornOn', ...ofSilence }],
    duty: true,
    apply: (facts, { bornOn }, _by, from) => refused(facts, bornOn, from.residence)
  })
}
