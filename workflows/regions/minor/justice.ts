import { isMinor, type Facts } from '../../facts/facts.ts'
import { rowsOf } from '../../act/command.ts'
import { choice, closed, date, nothing, optional, text, yes } from '../../vocabulary/fields.ts'
import { decidedOfChild, noticeToChild } from './child-appeal.ts'
import { courtOfChild, on, opinion } from './fields.ts'
import { beforeJudge, unprotected } from '../../vocabulary/states.ts'
import { hearings, measures, protecting } from '../../vocabulary/words.minor.ts'

const row = rowsOf('minor', { transition: 'T604' })

export const placed = ['placed_distanced', 'placed_secure', 'placed_common'] as const

/** Where the child is taken: for child protection and the judge, and for nobody else. */
const place = optional(
  text({
    label: { fr: 'Lieu', en: 'Place' },
    hint: {
      fr: 'Seuls la protection de l’enfance, le juge et le lieu lui-même peuvent le lire.',
      en: 'Only child protection, the judge and the place itself may read it.'
    },
    dataClass: 'A'
  })
)
const heard = {
  childHeard: choice(hearings, { label: { fr: 'Enfant entendu', en: 'Child heard' } }),
  opinion
}

/** Of a placement: that where the child lives is told to nobody, and that parts of the file are kept from the parties. */
const secrecy = {
  anonymous: optional(
    yes({
      label: { fr: 'Le lieu d’accueil est tenu secret', en: 'The place of care is kept secret' },
      hint: {
        fr: 'Le juge en décide ainsi si l’intérêt de l’enfant l’exige ou en cas de danger (C. civ. 375-7).',
        en: 'The judge so decides where the child’s interest requires it or in danger (C. civ. 375-7).'
      },
      dataClass: 'F'
    })
  ),
  withheld: optional(
    yes({
      label: {
        fr: 'Des pièces sont exclues de la consultation du dossier',
        en: 'Parts are withheld from those who consult the file'
      },
      hint: {
        fr: 'Si leur lecture peut faire courir un danger physique ou moral grave à l’enfant, à une partie ou à un tiers (CPC 1187).',
        en: 'Where reading them would put the child, a party or a third person in grave physical or moral danger (CPC 1187).'
      },
      dataClass: 'F'
    })
  )
}

/** Of a person recorded as an adult, whoever orders a child's protection holds her age to be in doubt: doubt protects. */
const asChild = (facts: Facts): Partial<Facts> =>
  isMinor(facts) ? {} : { ageGroup: 'doubt', ageDecision: null, returnAssessed: false }

/** Decisions of the prosecutor and of the juvenile judge. They hold whether or not the child is searched for. */
export const justice = {
  'opp.issue': row({
    records: true,
    keeps: ['majority_reached'],
    transition: 'T603',
    from: [...beforeJudge, 'runaway'],
    to: 'opp_issued',
    label: { fr: 'Ordonner le placement provisoire', en: 'Order the provisional placement' },
    done: { fr: 'Placement provisoire ordonné', en: 'Provisional placement ordered' },
    input: closed({
      on,
      distanced: yes({ label: { fr: 'Loin d’ici', en: 'Far from here' } }),
      place
    }),
    guards: ['minorOrDoubt', 'beforeJudge'],
    basis: ['CC.375-5', 'CC.375-3'],
    opens: [{ code: 'D-OPP-JE', startsOn: 'on' }],
    aloud: { word: protecting },
    duty: 'placementAwaited',
    apply: (facts) => ({ ...asChild(facts), ...(facts.missing && { minorBefore: 'opp_issued' }) })
  }),
  // The judge has not decided in time and danger is there again: the fifteen days run anew, before the judge seized already.
  'opp.renew': row({
    records: true,
    keeps: unprotected,
    transition: 'T603',
    from: ['je_seized', 'runaway'],
    label: { fr: 'Ordonner un nouveau placement provisoire', en: 'Order another provisional placement' },
    done: { fr: 'Nouveau placement provisoire ordonné', en: 'Another provisional placement ordered' },
    input: closed({ on, place }),
    guards: ['minorOrDoubt', 'judgeSeized'],
    basis: ['CC.375-5', 'CC.375-3', 'CPC.1184'],
    opens: [{ code: 'D-OPP-DECISION', startsOn: 'on', restarts: true }]
  }),
  'judge.seize': row({
    records: true,
    keeps: [...unprotected, ...beforeJudge, 'measure_ordered', ...placed],
    from: ['opp_issued', 'runaway'],
    to: 'je_seized',
    label: { fr: 'Saisir le juge des enfants', en: 'Bring the case before the juvenile judge' },
    done: { fr: 'Juge des enfants saisi', en: 'Case brought before the juvenile judge' },
    input: closed({ on, court: courtOfChild }),
    guards: ['minorOrDoubt', 'oppPending'],
    basis: ['CC.375-5', 'CPC.1184'],
    evenWhenClosed: true,
    opens: [{ code: 'D-OPP-DECISION', startsOn: 'on' }],
    effects: [{ type: 'openReferral', kind: 'juvenile_judge' }],
    duty: true,
    apply: (facts) => (facts.missing ? { minorBefore: 'je_seized' } : {})
  }),
  // Without a provisional placement no time runs against the judge: CPC 1184 counts from one.
  'judge.petition': row({
    records: true,
    keeps: ['majority_reached', 'measure_ordered', ...placed],
    from: [...beforeJudge, 'runaway'],
    to: 'je_seized',
    label: {
      fr: 'Saisir le juge, sans placement provisoire',
      en: 'Bring the case before the judge, without provisional placement'
    },
    done: {
      fr: 'Juge des enfants saisi par requête',
      en: 'Case brought before the juvenile judge by petition'
    },
    input: closed({ on, court: courtOfChild }),
    guards: ['minorOrDoubt', 'beforeJudge'],
    basis: ['CC.375'],
    aloud: { word: protecting },
    effects: [{ type: 'openReferral', kind: 'juvenile_judge' }],
    apply: (facts) => ({ ...asChild(facts), ...(facts.missing && { minorBefore: 'je_seized' }) })
  }),
  'opp.lapsed': row({
    from: ['opp_issued', 'je_seized', 'runaway'],
    label: { fr: 'Délai du placement provisoire passé', en: 'Time of the provisional placement over' },
    done: {
      fr: 'Délai passé sans décision : l’enfant serait remis à ses parents s’ils le demandent. Rien ne se fait seul.',
      en: 'Time over without a decision: the child would be handed back to parents who ask. Nothing happens by itself.'
    },
    input: nothing,
    guards: ['orderAwaited'],
    basis: ['CC.375-5', 'CPC.1184'],
    evenWhenClosed: true,
    offered: false
  }),
  'measure.order': row({
    records: true,
    keeps: [...unprotected, ...beforeJudge, ...placed],
    recalls: (_facts, input, { older }) => (older ? {} : { sentHome: input.measure === 'home' }),
    from: ['je_seized', 'runaway'],
    to: 'measure_ordered',
    label: { fr: 'Ordonner la mesure', en: 'Order the measure' },
    done: { fr: 'Mesure ordonnée par le juge des enfants', en: 'Measure ordered by the juvenile judge' },
    input: closed({
      on,
      decision: choice(
        {
          provisional: { fr: 'provisoire', en: 'provisional' },
          merits: { fr: 'au fond', en: 'on the merits' }
        },
        { label: { fr: 'Décision', en: 'Decision' } }
      ),
      measure: choice(measures, { label: { fr: 'Mesure', en: 'Measure' } }),
      ...heard,
      ...secrecy,
      ...noticeToChild,
      place
    }),
    guards: ['minorOrDoubt', 'judgeSeized'],
    basis: ['CC.375', 'CC.375-1', 'CC.375-3', 'CC.375-7', 'CPC.1184', 'CPC.1187', 'CPC.1190', 'CPC.1191'],
    evenWhenClosed: true,
    opens: [
      { code: 'D-MERITS', startsOn: 'on', whenInput: { field: 'decision', is: 'provisional' } },
      ...decidedOfChild
    ],
    duty: true,
    apply: (facts, input) => ({
      meritsExtended: false,
      sentHome: input.measure === 'home',
      ...(facts.missing && { minorBefore: 'measure_ordered' })
    })
  }),
  'measure.merits': row({
    records: true,
    keeps: unprotected,
    from: ['measure_ordered', ...placed, 'runaway'],
    label: { fr: 'Décider au fond', en: 'Decide on the merits' },
    done: { fr: 'Décision au fond du juge des enfants', en: 'Decision on the merits by the juvenile judge' },
    input: closed({
      on,
      measure: choice(measures, { label: { fr: 'Mesure', en: 'Measure' } }),
      ...heard,
      ...secrecy,
      ...noticeToChild
    }),
    guards: ['minorOrDoubt', 'measured'],
    basis: ['CC.375', 'CC.375-1', 'CC.375-7', 'CPC.1185', 'CPC.1187', 'CPC.1190', 'CPC.1191'],
    opens: decidedOfChild,
    evenWhenClosed: true,
    apply: (_facts, input) => ({ sentHome: input.measure === 'home' })
  }),
  'merits.extend': row({
    records: true,
    keeps: unprotected,
    from: ['measure_ordered', ...placed, 'runaway'],
    label: { fr: 'Proroger le délai de la décision au fond', en: 'Extend the time to decide on the merits' },
    done: { fr: 'Délai de la décision au fond prorogé', en: 'Time to decide on the merits extended' },
    input: closed({
      on,
      until: date({
        label: { fr: 'Fin du premier délai', en: 'End of the first time limit' },
        hint: { fr: 'Six mois de plus courent de ce jour.', en: 'Six more months run from this day.' },
        ahead: true,
        dataClass: 'F'
      })
    }),
    guards: ['minorOrDoubt', 'meritsExtendable'],
    basis: ['CPC.1185'],
    opens: [{ code: 'D-MERITS-EXTENDED', startsOn: 'until' }],
    apply: () => ({ meritsExtended: true })
  })
}
