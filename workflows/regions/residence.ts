import { rowsOf, type Region } from '../command.ts'
import { agreed, choice, closed, date, longText, nothing, optional, text, yes } from '../fields.ts'
import { adaAvailable } from '../territories.ts'
import { languages, means } from './words.ts'
import { residenceStates as states } from './states.ts'

const row = rowsOf('residence', states)

/** What the reflection receipt opens besides the removal bar: work, training, allowance, support, protection, care. */
const rightsOpened = (territory: string) => [
  'work',
  'training',
  ...(adaAvailable(territory) ? ['allowance'] : []),
  'social_support',
  'police_protection',
  'care'
]

const reflectionStates = [
  'reflection_offered',
  'reflection_running',
  'reflection_ended',
  'reflection_interrupted'
] as const

const commands = {
  'reflection.offer': row({
    transition: 'T301',
    from: ['unknown', 'irregular', 'asylum_pending', 'reflection_ended'],
    to: 'reflection_offered',
    label: { fr: 'Proposer le délai de réflexion', en: 'Offer the reflection period' },
    done: { fr: 'Délai de réflexion proposé', en: 'Reflection period offered' },
    input: closed({
      on: date({ label: { fr: 'Information donnée le', en: 'Information given on' } }),
      language: choice(languages, { label: { fr: 'Dans quelle langue', en: 'In which language' } }),
      means: choice(means, { label: { fr: 'Par quel moyen', en: 'By which means' } }),
      confidential: agreed({ label: { fr: 'Dans un cadre confidentiel', en: 'In a confidential setting' } }),
      wishes: agreed({ label: { fr: 'La personne souhaite ce délai', en: 'The person wishes this period' } })
    }),
    guards: ['presumed', 'thirdCountry'],
    basis: ['CESEDA.R425-1', 'COE197.13'],
    duty: true
  }),
  'prefecture.request': row({
    transition: 'T302',
    from: [...reflectionStates, 'cst_applied', 'cst_recepisse', 'cst_valid', 'cst_renewed'],
    to: 'same',
    label: { fr: 'Saisir la préfecture', en: 'Refer to the prefecture' },
    done: { fr: 'Préfecture saisie', en: 'Prefecture asked' },
    input: closed({
      signalledBy: text({
        label: { fr: 'Service qui signale la personne', en: 'Service that signals the person' },
        hint: {
          fr: 'La personne qui demande le délai est signalée par la police ou la gendarmerie.',
          en: 'The person asking for the period is signalled by police or gendarmerie.'
        }
      }),
      domiciliation: optional(
        yes({
          label: {
            fr: 'Domiciliation chez l’association ou l’avocat·e',
            en: 'Postal address at the association or lawyer'
          }
        })
      )
    }),
    guards: ['thirdCountry'],
    consent: 'E',
    basis: ['CESEDA.R425-2', 'CESEDA.R425-3'],
    effects: [{ type: 'openReferral', kind: 'prefecture' }]
  }),
  'receipt.handed': row({
    transition: 'T302',
    from: ['reflection_offered'],
    to: 'reflection_running',
    label: { fr: 'Remettre le récépissé', en: 'Hand over the receipt' },
    done: {
      fr: 'Récépissé remis : trente jours de réflexion',
      en: 'Receipt handed over: thirty days of reflection'
    },
    input: closed({
      handedOn: date({
        label: { fr: 'Récépissé remis le', en: 'Receipt handed over on' },
        hint: {
          fr: 'Les trente jours courent de ce jour, et d’aucun autre.',
          en: 'The thirty days run from this day and from no other.'
        },
        dataClass: 'E'
      }),
      number: text({ label: { fr: 'Numéro du récépissé', en: 'Receipt number' }, dataClass: 'E' })
    }),
    guards: ['thirdCountry'],
    consent: 'E',
    basis: ['CESEDA.R425-2', 'CESEDA.R425-3', 'CESEDA.R425-4'],
    opens: [{ code: 'D-REFLEX', startsOn: 'handedOn' }],
    duty: true,
    learns: (facts) => ({ removalBar: true, rights: rightsOpened(facts.territory) })
  }),
  'reflection.interrupt': row({
    transition: 'T303',
    from: ['reflection_running'],
    to: 'reflection_interrupted',
    label: { fr: 'Interrompre le délai de réflexion', en: 'Interrupt the reflection period' },
    done: { fr: 'Délai de réflexion interrompu', en: 'Reflection period interrupted' },
    input: closed({
      reason: choice(
        {
          link_renewed: {
            fr: 'la personne a renoué de sa propre initiative avec les auteurs',
            en: 'the person renewed ties with the authors on their own initiative'
          },
          public_order: { fr: 'menace grave pour l’ordre public', en: 'serious threat to public order' }
        },
        { label: { fr: 'Motif prévu par la loi', en: 'Reason in law' }, dataClass: 'E' }
      ),
      decisionOn: date({ label: { fr: 'Décision écrite du', en: 'Written decision of' }, dataClass: 'E' }),
      evidence: longText({ label: { fr: 'Éléments', en: 'Evidence' }, dataClass: 'G' })
    }),
    basis: ['CESEDA.R425-2'],
    closes: ['D-REFLEX'],
    learns: () => ({ removalBar: false, rights: [] })
  }),
  'reflection.expire': row({
    transition: 'T304',
    from: ['reflection_running'],
    to: 'reflection_ended',
    label: { fr: 'Le délai de réflexion est terminé', en: 'The reflection period has ended' },
    done: { fr: 'Délai de réflexion terminé', en: 'Reflection period ended' },
    input: nothing,
    basis: ['CESEDA.R425-2'],
    evenWhenClosed: true,
    offered: false,
    learns: () => ({ removalBar: false, rights: [] })
  }),
  'permit.apply': row({
    transition: 'T305',
    from: ['unknown', 'irregular', 'regular_other', ...reflectionStates, 'asylum_pending'],
    to: 'cst_applied',
    label: { fr: 'Demander le titre de séjour', en: 'Apply for the permit' },
    done: { fr: 'Titre de séjour demandé', en: 'Permit applied for' },
    input: closed({
      on: date({ label: { fr: 'Demande déposée le', en: 'Application lodged on' }, dataClass: 'E' }),
      proof: choice(
        {
          complaint_receipt: { fr: 'récépissé du dépôt de plainte', en: 'complaint receipt' },
          procedure_reference: {
            fr: 'référence de la procédure qui contient le témoignage',
            en: 'reference of the procedure containing the testimony'
          }
        },
        { label: { fr: 'Pièce jointe', en: 'Document provided' }, dataClass: 'E' }
      ),
      tiesBroken: agreed({
        label: {
          fr: 'La personne déclare avoir rompu tout lien',
          en: 'The person declares that all ties are broken'
        },
        hint: { fr: 'Une déclaration suffit.', en: 'A declaration is enough.' },
        dataClass: 'E'
      }),
      domiciliation: yes({
        label: {
          fr: 'Domiciliation chez l’association ou l’avocat·e',
          en: 'Postal address at the association or lawyer'
        },
        dataClass: 'E'
      })
    }),
    guards: ['thirdCountry', 'complaintOpensCard'],
    consent: 'E',
    basis: ['CESEDA.L425-1', 'CESEDA.R425-5'],
    opens: [{ code: 'D-SILENCE', startsOn: 'on' }],
    closes: ['D-REFLEX']
  }),
  'permit.receipt': row({
    transition: 'T306',
    from: ['cst_applied', 'cst_recepisse'],
    to: 'cst_recepisse',
    label: { fr: 'Délivrer le récépissé de demande', en: 'Issue the application receipt' },
    done: { fr: 'Récépissé de demande délivré', en: 'Application receipt issued' },
    input: closed({
      number: text({ label: { fr: 'Numéro', en: 'Number' }, dataClass: 'E' }),
      validUntil: date({
        label: { fr: 'Valable jusqu’au', en: 'Valid until' },
        hint: { fr: 'Un mois au moins, renouvelable.', en: 'At least one month, renewable.' },
        dataClass: 'E',
        ahead: true
      }),
      work: yes({ label: { fr: 'Autorise à travailler', en: 'Allows work' }, dataClass: 'E' })
    }),
    basis: ['CESEDA.R431-12', 'CESEDA.R431-13', 'CESEDA.R431-14'],
    opens: [{ code: 'D-RECEP', endsOn: 'validUntil' }],
    duty: true,
    learns: (facts, input) => ({
      rights: input.work ? [...new Set([...facts.rights, 'work'])] : facts.rights
    })
  }),
  'permit.issue': row({
    transition: 'T307',
    from: ['cst_applied', 'cst_recepisse'],
    to: 'cst_valid',
    label: { fr: 'Délivrer le titre d’un an', en: 'Issue the one-year permit' },
    done: { fr: 'Titre d’un an délivré', en: 'One-year permit issued' },
    input: closed({
      issuedOn: date({ label: { fr: 'Délivré le', en: 'Issued on' }, dataClass: 'E' }),
      number: text({ label: { fr: 'Numéro', en: 'Number' }, dataClass: 'E' })
    }),
    guards: ['procedureOpen'],
    basis: ['CESEDA.L425-1', 'CESEDA.R425-7'],
    opens: [{ code: 'D-CST', startsOn: 'issuedOn' }],
    closes: ['D-SILENCE', 'D-RECEP'],
    duty: true,
    learns: (facts) => ({ removalBar: false, stay: 'regular', rights: rightsOpened(facts.territory) })
  }),
  'permit.renew': row({
    transition: 'T308',
    from: ['cst_valid', 'cst_renewed'],
    to: 'cst_renewed',
    label: { fr: 'Renouveler le titre', en: 'Renew the permit' },
    done: { fr: 'Titre renouvelé', en: 'Permit renewed' },
    input: closed({
      issuedOn: date({ label: { fr: 'Renouvelé le', en: 'Renewed on' }, dataClass: 'E' }),
      number: text({ label: { fr: 'Numéro', en: 'Number' }, dataClass: 'E' })
    }),
    guards: ['procedureOpen'],
    basis: ['CESEDA.L425-1', 'CESEDA.R431-5'],
    opens: [{ code: 'D-CST', startsOn: 'issuedOn' }],
    closes: ['D-CST']
  })
}

export const residence = {
  initial: 'unknown',
  states,
  settles: {
    unknown: [
      { to: 'eu_or_french', when: 'euOrFrench' },
      { to: 'irregular', when: 'knownIrregular' },
      { to: 'asylum_pending', when: 'knownAsylum' },
      { to: 'regular_other', when: 'knownRegular' }
    ],
    irregular: [{ to: 'eu_or_french', when: 'euOrFrench' }]
  },
  commands
} as const satisfies Region
