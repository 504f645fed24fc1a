import { rowsOf } from '../../act/command.ts'
import { choice, closed, date } from '../../vocabulary/fields.ts'
import { contestedAmong } from '../residence/contested.ts'
import { contestedJudged } from './appealed.ts'
import { claimOnceFinal, extendedBy, judgedOn, recoveredOnceAwarded } from './claiming.ts'
import { interestsAppealable, judged } from './judgments.ts'

const row = rowsOf('judicial')
/** Where a judgment may have been given, of the acts or of the civil claim. */
export const judgedAlready = ['decided', 'on_appeal', 'acquitted_final', 'convicted_final'] as const

/**
 * Damages may come without a conviction or after it: of an acquittal at the assizes (CPP 372), of one for what was not intended (CPP
 * 470-1), on the civil party's appeal alone (CPP 497), or at a later hearing on the civil claim (CPP 464).
 */
export const civilInterests = {
  'civil_interests.judged': row({
    records: true,
    transition: 'T406',
    from: judgedAlready,
    label: {
      fr: 'Enregistrer un jugement sur les seuls intérêts civils',
      en: 'Record a judgment on the civil claim alone'
    },
    done: {
      fr: 'Jugement sur les intérêts civils, recours possible',
      en: 'Judgment on the civil claim, open to appeal'
    },
    input: closed(judged),
    basis: ['CPP.464', 'CPP.497', 'CPP.498', 'CPP.380-2', 'CPP.380-9', 'CPP.568'],
    opens: interestsAppealable,
    evenWhenClosed: true
  }),
  // What was decided of the acts is not appealed against: the procedure stays as it is.
  'civil_interests.appealed': row({
    records: true,
    transition: 'T406',
    from: judgedAlready,
    label: {
      fr: 'Enregistrer l’appel ou le pourvoi sur les intérêts civils',
      en: 'Record the appeal on the civil claim'
    },
    done: { fr: 'Appel sur les intérêts civils', en: 'Appeal on the civil claim' },
    input: closed({
      on: date({ label: { fr: 'Formé le', en: 'Lodged on' }, dataClass: 'F' }),
      against: contestedAmong(
        {
          judgment: { fr: 'un jugement, en premier ressort', en: 'a judgment of first instance' },
          ruling: {
            fr: 'un arrêt d’appel (pourvoi en cassation)',
            en: 'a ruling on appeal (on points of law)'
          }
        },
        'F'
      ),
      noticeOn: contestedJudged
    }),
    basis: ['CPP.497', 'CPP.498', 'CPP.380-2', 'CPP.568'],
    evenWhenClosed: true
  }),
  'civil_interests.final': row({
    records: true,
    transition: 'T406',
    from: judgedAlready,
    label: {
      fr: 'Enregistrer une décision définitive sur les intérêts civils',
      en: 'Record a final decision on the civil claim'
    },
    done: { fr: 'Décision définitive sur les intérêts civils', en: 'Final decision on the civil claim' },
    input: closed({
      outcome: choice(
        {
          awarded: { fr: 'dommages et intérêts accordés', en: 'damages awarded' },
          rejected: { fr: 'demande rejetée', en: 'claim rejected' }
        },
        {
          label: { fr: 'Décision', en: 'Decision' },
          hint: {
            fr: 'Avec ou sans condamnation, le jour du jugement pénal ou à une audience ultérieure.',
            en: 'With or without a conviction, on the day of the criminal judgment or at a later hearing.'
          },
          dataClass: 'F'
        }
      ),
      finalOn: date({ label: { fr: 'Définitive le', en: 'Final on' }, dataClass: 'F' }),
      judgedOn
    }),
    basis: [
      'CPP.464',
      'CPP.372',
      'CPP.470-1',
      'CPP.497',
      'CPP.706-5',
      'CPP.706-8',
      'CPP.706-15-2',
      'CPP.706-164'
    ],
    opens: [...claimOnceFinal, ...recoveredOnceAwarded],
    recounts: extendedBy,
    evenWhenClosed: true,
    // A court awards damages to a civil party alone: whoever was awarded some is one.
    apply: ({ damagesOn }, { outcome, finalOn }) =>
      outcome === 'awarded' ? { civilParty: true, damagesOn: damagesOn ?? finalOn } : {}
  })
}
