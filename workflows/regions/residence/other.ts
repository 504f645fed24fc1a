import { answeredBeside, askedTwice, silentBeside } from '../../guards/asked.ts'
import { answeredPermit, askedAgain, askedBeside, otherSilence, refusedBeside, wayOut } from './beside.ts'
import type { TObject } from 'typebox'
import { choice, closed, optional } from '../../vocabulary/fields.ts'
import { comingOfAge } from './cards.ts'
import { higherCourt, judgmentBasis, judgmentFields } from './judgment.ts'
import { ofSilence, silentFields } from './notice.ts'
import { permitForm } from './permit.ts'
import { appealBasis, board, notified, otherAppealClocks, refusalReason, silenceEnded } from './refusal.ts'
import { routeForms } from './routes.ts'
import {
  appealForm,
  applied,
  notYearly,
  on,
  reachesPrefecture,
  regular,
  row,
  withoutPermit,
  type Form
} from './words.ts'
import type { HeldPermit, RegionState } from '../../vocabulary/states.ts'

/** An answer may come when the permit held has meanwhile ended, behind a ten-year card, and while a first one is asked for as well. */
const wherever = [...withoutPermit, ...applied, ...regular, 'cr10', 'appeal'] as const

const otherCourts = {
  permit: 'D-APPEAL-OTHER-CAA',
  removal: 'D-APPEAL-OTHER-CAA-OQTF',
  ruling: 'D-APPEAL-OTHER-CE'
} as const

const without = (permit: HeldPermit) => regular.filter((state) => state !== permit)

/** What is asked for beside the permit held, which is none of the same kind. */
const beside = <I extends TObject>(
  form: Form<I>,
  permit: keyof typeof askedTwice,
  from: readonly RegionState<'residence'>[]
) =>
  row({
    ...form,
    from,
    warns: [...(form.warns ?? []), askedTwice[permit], 'prefectureAgreed'],
    opens: [otherSilence],
    effects: reachesPrefecture,
    apply: askedBeside(permit)
  })

/** Another permit, asked for in time by whoever holds one: it stays what it is until the prefecture answers. */
export const other = {
  // L425-1 opens to « l'étranger qui dépose plainte », whatever was asked for, refused or brought to a court before.
  'permit.apply_beside': beside(permitForm, 'l425_1', [...notYearly, ...applied, 'appeal']),
  'unworthy_housing.apply_beside': beside(routeForms.unworthy_housing, 'l425_11', [
    ...without('l425_11'),
    ...applied,
    'appeal'
  ]),
  'discretion.apply_beside': beside(routeForms.discretion, 'discretion', [
    ...without('humanitarian_discretion'),
    ...applied,
    'appeal'
  ]),
  'coming_of_age.apply_beside': beside(comingOfAge, 'coming_of_age', [...regular, ...applied, 'appeal']),
  'other.refuse': row({
    records: true,
    transition: 'T313',
    from: wherever,
    label: { fr: 'Refuser l’autre titre demandé', en: 'Refuse the other permit asked for' },
    done: { fr: 'Autre titre refusé', en: 'Other permit refused' },
    input: closed({ permit: answeredPermit, reason: refusalReason, ...board, ...notified }),
    guards: ['otherAsked'],
    warns: ['otherBoardNotDue'],
    checks: ['removalOpen', 'otherBoardHeard', 'datesInOrder'],
    basis: ['CESEDA.L412-5', 'CESEDA.L432-1', 'CESEDA.L432-1-1', 'CESEDA.L432-13', ...appealBasis],
    evenWhenClosed: true,
    opens: [...otherAppealClocks, wayOut],
    apply: (facts, { permit }) => refusedBeside(facts, answeredBeside(facts, permit))
  }),
  // Nobody decided: the law makes a refusal of the silence, and somebody only writes it down.
  'other.refused': row({
    transition: 'T313',
    from: wherever,
    label: {
      fr: 'Constater la décision implicite de rejet de l’autre titre',
      en: 'Record the implied refusal of the other permit'
    },
    done: {
      fr: 'Autre titre : décision implicite de rejet',
      en: 'Other permit: implied refusal'
    },
    input: closed({ permit: answeredPermit, bornOn: silenceEnded, ...silentFields }),
    guards: ['otherAsked', 'otherSilenceOver'],
    checks: ['silenceOfIt'],
    basis: ['CESEDA.R432-2', 'CJA.R421-2', 'CRPA.L112-6', 'CRPA.L232-4'],
    evenWhenClosed: true,
    opens: [{ code: 'D-APPEAL-OTHER-TA', startsOn: 'bornOn', ...ofSilence }, wayOut],
    duty: true,
    apply: (facts, { permit }) => refusedBeside(facts, silentBeside(facts, permit))
  }),
  'other.appeal': row({
    records: true,
    transition: 'T314',
    from: wherever,
    label: {
      fr: 'Enregistrer le recours sur l’autre titre',
      en: 'Record the appeal about the other permit'
    },
    done: {
      fr: 'Tribunal administratif saisi pour l’autre titre, ou la juridiction supérieure',
      en: 'Other permit brought before the administrative court, or the one above it'
    },
    input: appealForm,
    guards: ['otherRefused'],
    basis: ['CJA.R421-1', 'CESEDA.L911-1'],
    evenWhenClosed: true,
    apply: ({ otherPermit }) => (otherPermit === 'asked' ? {} : { otherPermit: 'appeal' })
  }),
  'other.judged': row({
    records: true,
    transition: 'T314',
    from: wherever,
    label: {
      fr: 'Enregistrer le jugement sur l’autre titre',
      en: 'Record the judgment about the other permit'
    },
    done: { fr: 'Jugement rendu sur l’autre titre', en: 'Judgment given about the other permit' },
    input: closed({
      outcome: choice(
        {
          annulled: { fr: 'refus annulé : à réexaminer', en: 'refusal annulled: to be examined again' },
          rejected: { fr: 'recours rejeté', en: 'appeal rejected' }
        },
        { label: { fr: 'Jugement', en: 'Judgment' }, dataClass: 'E' }
      ),
      decisionOn: on('Jugement du', 'Judgment of'),
      within: optional(on('Injonction à compter du', 'Order runs from')),
      ...judgmentFields
    }),
    guards: ['otherOnAppeal'],
    basis: ['CJA.R421-1', 'CESEDA.R432-2', ...judgmentBasis],
    evenWhenClosed: true,
    opens: [
      ...higherCourt(otherCourts, [{ field: 'outcome', is: 'rejected' }]),
      {
        code: 'D-SILENCE-OTHER',
        startsOn: 'within',
        whenInput: { field: 'outcome', is: 'annulled' }
      }
    ],
    apply: (facts, { outcome, within }) => {
      if (outcome === 'annulled') return askedAgain(facts, within)
      return facts.otherPermit === 'asked' ? {} : { otherPermit: 'refused', besideAsked: null }
    }
  })
}
