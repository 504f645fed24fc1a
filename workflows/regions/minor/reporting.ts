import { rowsOf } from '../../act/command.ts'
import { choice, closed, longText, optional, yes } from '../../vocabulary/fields.ts'
import { courtOfPlace, foundIn, opinion } from './fields.ts'
import { placed } from './justice.ts'
import { parentsInformed, protecting, reportGrounds } from '../../vocabulary/words.minor.ts'

const row = rowsOf('minor', { sees: 'D' })

const told = {
  parentsInformed: choice(parentsInformed, {
    label: { fr: 'Parents informés', en: 'Parents informed' },
    hint: {
      fr: 'En matière de traite, l’information des parents est le plus souvent contraire à l’intérêt de l’enfant.',
      en: 'In trafficking, informing parents is most often contrary to the child’s interest.'
    }
  }),
  childHeard: optional(
    yes({
      label: {
        fr: 'L’enfant a pu dire ce qu’il en pense',
        en: 'The child could say what they think'
      }
    })
  ),
  opinion,
  facts: longText({ label: { fr: 'Ce qui inquiète', en: 'What gives concern' }, dataClass: 'C' })
}

const reportedForm = closed({
  foundIn,
  court: courtOfPlace,
  ground: choice(reportGrounds, {
    label: { fr: 'Pourquoi l’enfant est signalé', en: 'Why the child is reported' }
  }),
  ...told
})

/** Wherever protection stands once somebody was told: a new danger is told again, and what was decided stays. */
const toldAlready = ['opp_issued', 'je_seized', 'measure_ordered', ...placed, 'runaway'] as const

/** What endangers a child is told to the département and to the prosecutor, the first time and every other. */
export const reporting = {
  'concern.report': row({
    transition: 'T601',
    from: ['presumed_minor', 'age_disputed', 'runaway'],
    to: 'information_preoccupante',
    label: { fr: 'Transmettre l’information préoccupante', en: 'Send the report of concern' },
    done: { fr: 'Information préoccupante transmise', en: 'Report of concern sent' },
    input: closed(told),
    guards: ['minorOrDoubt', 'nobodyTold'],
    basis: ['CASF.L226-2-1', 'CASF.L226-3', 'COE197.10'],
    // Whoever saw the signs reads that the child was reported.
    aloud: { word: protecting },
    effects: [{ type: 'openReferral', kind: 'child_protection' }],
    duty: true,
    apply: (facts) => ({
      concernAssessed: false,
      ...(facts.missing && { minorBefore: 'information_preoccupante' })
    })
  }),
  // The département has its copy at once (CASF L226-4 II): it need not be told a second time.
  'minor.report_prosecutor': row({
    transition: 'T602',
    from: ['presumed_minor', 'age_disputed', 'information_preoccupante', 'runaway'],
    to: 'signalement',
    label: {
      fr: 'Signaler un enfant en danger au parquet, pour sa protection',
      en: 'Report a child in danger to the prosecutor, for protection'
    },
    done: {
      fr: 'Situation signalée au parquet, copie au département',
      en: 'Reported to the prosecutor, copy to child protection'
    },
    input: reportedForm,
    guards: ['minorOrDoubt', 'notReportedYet'],
    basis: ['CASF.L226-4', 'CESEDA.R425-10', 'CP.226-14', 'CC.375'],
    aloud: { word: protecting },
    opens: [{ code: 'MNIO-GUARDIAN', when: 'guardianMissing' }],
    effects: [
      { type: 'openReferral', kind: 'prosecutor' },
      { type: 'openReferral', kind: 'child_protection' }
    ],
    duty: 'prosecutorAwaited',
    apply: (facts, input) => ({
      foundIn: input.foundIn,
      ...(facts.missing && { minorBefore: 'signalement' })
    })
  }),
  // No text limits how often a child in danger is reported: a measure that runs does not end what happens now.
  'concern.again': row({
    transition: 'T601',
    from: ['information_preoccupante', 'signalement', ...toldAlready],
    label: { fr: 'Transmettre une nouvelle information préoccupante', en: 'Send a new report of concern' },
    done: { fr: 'Nouvelle information préoccupante transmise', en: 'New report of concern sent' },
    input: closed(told),
    guards: ['minorOrDoubt', 'somebodyTold'],
    basis: ['CASF.L226-2-1', 'CASF.L226-3', 'COE197.10'],
    aloud: { word: protecting },
    effects: [{ type: 'ensureReferral', kind: 'child_protection', orRefused: true }],
    apply: () => ({ concernAssessed: false })
  }),
  'minor.report_again': row({
    transition: 'T602',
    from: ['signalement', ...toldAlready],
    label: {
      fr: 'Signaler à nouveau un enfant en danger au parquet',
      en: 'Report a child in danger to the prosecutor again'
    },
    done: {
      fr: 'Nouveau signalement au parquet, copie au département',
      en: 'Reported to the prosecutor again, copy to child protection'
    },
    input: reportedForm,
    guards: ['minorOrDoubt', 'reportedAlready'],
    basis: ['CASF.L226-4', 'CESEDA.R425-10', 'CP.226-14', 'CC.375'],
    aloud: { word: protecting },
    effects: [
      { type: 'ensureReferral', kind: 'prosecutor', orRefused: true },
      { type: 'ensureReferral', kind: 'child_protection' }
    ],
    apply: (_facts, input) => ({ foundIn: input.foundIn })
  })
}
