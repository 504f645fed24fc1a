import { rowsOf, type Recalls } from '../../act/command.ts'
import { ofAnother } from '../../facts/accused.ts'
import type { Facts } from '../../facts/facts.ts'
import { agreed, choice, closed, date, optional } from '../../vocabulary/fields.ts'
import { appealOfOthers, appealOfParty, servedOf } from './appealed.ts'
import { assets, assetsOfFinal } from './assets.ts'
import { claimOnceFinal, claimWithin, extendedBy, judgedOn, recoveredOnceFinal } from './claiming.ts'
import { appealable, crossAppeal, crossAppealCounted, judged, served, servedCounted } from './judgments.ts'
import { civilInterests, judgedAlready } from './civil-interests.ts'
import { noCase, noCaseAppealed } from './no-case.ts'
import { accused, acquitted, cleared, othersDone, othersPursued, stillPursued } from './others.ts'
import { openProcedure, running, stage } from './stages.ts'
import { interruptsLimitation } from './time.ts'
import { aboutJudged, closingReasons, courtOfJudgment, procedureWords } from './words.ts'

// What a judge or a prosecutor decides, and its ways of appeal. A decision that may still be appealed closes nothing: the permit
// that follows the procedure is renewed « pendant toute la durée de la procédure pénale » (CESEDA L425-1).

const over = () => ({ procedureOpen: false })

const ending = rowsOf('judicial', {
  transition: 'T405',
  inAWord: procedureWords.closed,
  evenWhenClosed: true
})
const decision = rowsOf('judicial', { transition: 'T405', evenWhenClosed: true })

const finalOn = date({
  label: { fr: 'Définitive le', en: 'Final on' },
  hint: {
    fr: 'Plus aucun appel ni pourvoi n’est possible, ni du parquet, ni de la partie civile.',
    en: 'No appeal is possible any more, neither of the prosecution nor of the civil party.'
  },
  dataClass: 'F'
})

const route = { code: 'MNIO-ROUTE', when: 'permitRestsOnProcedure' } as const
const routeOnceOver = { ...route, unlessInput: ofAnother } as const
/** What is appealed against goes on, beside a conviction that is final for another. */
const appealRuns: Recalls<unknown> = (_facts, _input, { older }) => (older ? {} : { procedureOpen: true })

/** Of several convictions the case knows each day, in whatever order they are learnt of. */
const finalOnToo = ({ convictionsFinalOn: known }: Pick<Facts, 'convictionsFinalOn'>, on: string) => ({
  convictionsFinalOn: [...new Set([...known, on])].toSorted()
})

const judgment = {
  to: 'decided',
  input: closed(judged),
  apply: running
} as const

export const decisions = {
  ...civilInterests,
  'procedure.closed': ending({
    records: true,
    keeps: ['convicted_final'],
    from: ['report_art40', ...openProcedure],
    to: 'dismissed',
    label: { fr: 'Enregistrer un classement sans suite', en: 'Record a decision to take no action' },
    done: { fr: 'Classement sans suite', en: 'No further action' },
    input: closed({
      reason: optional(choice(closingReasons, { label: { fr: 'Motif', en: 'Reason' }, dataClass: 'G' })),
      notifiedOn: date({
        label: { fr: 'Notifié à la personne le', en: 'Notified to the person on' },
        hint: {
          fr: 'Ce n’est pas un jugement : recours devant le procureur général, sans délai fixé (CPP 40-3), ou plainte avec constitution de partie civile (CPP 85).',
          en: 'It is no judgment: challenge before the chief prosecutor, without a time limit (CPP 40-3), or complaint with civil-party status (CPP 85).'
        },
        dataClass: 'F'
      })
    }),
    basis: ['CPP.40-2', 'CPP.40-3', 'CPP.85'],
    opens: [route],
    apply: over
  }),
  'procedure.no_case': decision({
    records: true,
    keeps: ['convicted_final'],
    from: openProcedure,
    to: 'decided',
    label: { fr: 'Enregistrer un non-lieu', en: 'Record a finding of no case' },
    done: { fr: 'Non-lieu, recours possible', en: 'No case to answer, open to appeal' },
    input: noCase,
    basis: ['CPP.183', 'CPP.186', 'CPP.217', 'CPP.568', 'CRIM.07-88267', 'CESEDA.L425-1'],
    opens: [...noCaseAppealed, claimWithin('notifiedOn'), route],
    apply: running
  }),
  'procedure.acquitted': decision({
    ...judgment,
    records: true,
    keeps: ['convicted_final'],
    from: openProcedure,
    label: { fr: 'Enregistrer une relaxe ou un acquittement', en: 'Record an acquittal' },
    done: { fr: 'Relaxe ou acquittement, recours possible', en: 'Acquittal, open to appeal' },
    basis: ['CPP.497', 'CPP.498', 'CPP.380-2', 'CPP.380-9', 'CPP.567', 'CPP.568', 'CPP.9-2', 'CESEDA.L425-1'],
    opens: [...appealable, claimWithin('pronouncedOn'), ...interruptsLimitation('pronouncedOn'), route]
  }),
  // Of which nobody is told who is told of justice in one word: that a conviction is not final is no word of theirs.
  'conviction.pronounced': decision({
    ...judgment,
    records: true,
    keeps: ['convicted_final'],
    from: openProcedure,
    label: { fr: 'Enregistrer une condamnation non définitive', en: 'Record a conviction that is not final' },
    done: { fr: 'Condamnation, recours possible', en: 'Conviction, open to appeal' },
    input: closed({ ...judged, ...assets }),
    checks: ['assetsOfStage'],
    basis: ['CPP.497', 'CPP.498', 'CPP.380-2', 'CPP.380-9', 'CPP.567', 'CPP.568', 'CPP.9-2', 'CESEDA.L425-1'],
    opens: [...appealable, claimWithin('pronouncedOn'), ...interruptsLimitation('pronouncedOn')]
  }),
  'judgment.served': decision({
    records: true,
    from: judgedAlready,
    label: { fr: 'Enregistrer la signification du jugement', en: 'Record the service of the judgment' },
    done: { fr: 'Jugement signifié', en: 'Judgment served' },
    input: closed({
      court: courtOfJudgment,
      about: aboutJudged,
      on: date({ label: { fr: 'Signifié à la personne le', en: 'Served on the person on' }, dataClass: 'F' }),
      noticeOn: servedOf,
      absent: agreed({
        label: {
          fr: 'Jugement rendu par défaut : la personne ignorait le jour et était absente, comme son avocat',
          en: 'Judgment by default: the person was unaware of the day and absent, as was their lawyer'
        },
        hint: {
          fr: 'Les dix jours de la signification sont ceux du jugement contradictoire (CPP 498, 1°). Contre un jugement par défaut, la partie civile aurait aussi l’opposition (CPP 493 et 491, non lus), non comptée ici : voyez-la avec l’avocat sans attendre.',
          en: 'Ten days from service are those of an adversarial judgment (CPP 498, 1°). Against a judgment by default the civil party would have opposition as well (CPP 493 and 491, not read), not counted here: see a lawyer about it at once.'
        }
      })
    }),
    basis: ['CPP.464', 'CPP.498', 'CPP.380-9', 'CPP.568'],
    opens: served,
    recounts: servedCounted
  }),
  'acquittal.appealed': stage({
    records: true,
    keeps: [...openProcedure, 'convicted_final'],
    recalls: appealRuns,
    from: ['decided', 'on_appeal', 'dismissed', 'acquitted_final'],
    to: 'on_appeal',
    label: {
      fr: 'Enregistrer l’appel du parquet ou de la défense',
      en: 'Record an appeal by the other parties'
    },
    done: {
      fr: 'Appel d’une autre partie : la décision n’est pas définitive',
      en: 'Appeal by another party: the decision is not final'
    },
    input: appealOfOthers,
    basis: ['CPP.186', 'CPP.497', 'CPP.500', 'CPP.505', 'CPP.846', 'CPP.380-2', 'CPP.380-10'],
    opens: crossAppeal,
    recounts: crossAppealCounted,
    apply: running
  }),
  // Of an order, the whole procedure goes on; of a judgment, what concerns her before the criminal court.
  'civil.appealed': decision({
    records: true,
    keeps: [...openProcedure, 'convicted_final'],
    recalls: appealRuns,
    from: ['decided', 'on_appeal', 'dismissed', 'acquitted_final'],
    to: 'on_appeal',
    label: {
      fr: 'Enregistrer l’appel ou le pourvoi de la partie civile',
      en: 'Record the civil party’s appeal, or appeal on points of law'
    },
    done: { fr: 'Appel ou pourvoi de la partie civile', en: 'Civil party’s appeal' },
    input: appealOfParty,
    guards: ['civilParty'],
    basis: ['CPP.186', 'CPP.497', 'CPP.498', 'CPP.380-2', 'CPP.380-9', 'CPP.567', 'CPP.568', 'CESEDA.L425-1'],
    apply: running
  }),
  'no_case.final': ending({
    records: true,
    leaves: othersPursued,
    recalls: othersDone,
    keeps: ['convicted_final'],
    from: openProcedure,
    to: 'dismissed',
    label: {
      fr: 'Enregistrer que le non-lieu est définitif',
      en: 'Record that the finding of no case is final'
    },
    done: { fr: 'Non-lieu définitif', en: 'Finding of no case final' },
    input: closed({ finalOn, judgedOn, accused: cleared }),
    basis: ['CPP.186', 'CPP.706-5', 'CESEDA.L425-1'],
    opens: [...claimOnceFinal, routeOnceOver],
    recounts: extendedBy,
    apply: over
  }),
  'acquittal.final': ending({
    records: true,
    leaves: othersPursued,
    recalls: othersDone,
    keeps: ['convicted_final'],
    from: openProcedure,
    to: 'acquitted_final',
    label: { fr: 'Enregistrer que la relaxe est définitive', en: 'Record that the acquittal is final' },
    done: { fr: 'Relaxe ou acquittement définitifs', en: 'Acquittal final' },
    input: closed({ finalOn, judgedOn, accused: acquitted }),
    basis: ['CPP.497', 'CPP.498', 'CPP.380-2', 'CPP.706-5', 'CESEDA.L425-1'],
    opens: [...claimOnceFinal, routeOnceOver],
    recounts: extendedBy,
    apply: over
  }),
  'conviction.final': rowsOf('judicial')({
    records: true,
    recalls: (facts, { finalOn }) => ({
      ...(facts.finalOn === null && { finalOn }),
      ...finalOnToo(facts, finalOn)
    }),
    transition: 'T406',
    inAWord: procedureWords.convicted,
    from: openProcedure,
    to: 'convicted_final',
    label: { fr: 'Enregistrer une condamnation définitive', en: 'Record a final conviction' },
    done: { fr: 'Condamnation définitive', en: 'Final conviction' },
    input: closed({
      finalOn: date({ label: { fr: 'Définitive le', en: 'Final on' }, dataClass: 'F' }),
      judgedOn,
      accused,
      ...assetsOfFinal
    }),
    basis: ['CPP.706-5', 'CPP.706-8', 'CPP.706-15', 'CPP.706-15-2', 'CPP.706-164', 'CESEDA.L425-3'],
    // The fund's year is over whatever is asked of the CIVI, unless it finds the claim inadmissible (CPP 706-5, 706-15-2).
    opens: [...claimOnceFinal, ...recoveredOnceFinal],
    recounts: extendedBy,
    evenWhenClosed: true,
    apply: (facts, { finalOn, ...said }) => ({
      finalOn,
      procedureOpen: stillPursued(said, facts.procedureOpen),
      ...finalOnToo(facts, finalOn)
    })
  })
}
