import { notRecorded, read, type Behaviour } from './behaviour.ts'

const opencrvs = read('OpenCRVS', '11a599e')
const hmis = read('Open Path HMIS', '2bb2a18d')
const medplum = read('Medplum', notRecorded)
const demarche = read('démarche.numérique', notRecorded)
const sormas = read('SORMAS', notRecorded)

const ce = 'drivers/hmis/spec/requests/hmis/ce'
const http = 'tests/server/http/http.test.ts'
const inventory = 'tests/server/places/places.inventory.test.ts'
const races = 'tests/server/commands/races.places.test.ts'

/** Places, clocks, sharing and duplicates. */
export const placeBehaviours: readonly Behaviour[] = [
  {
    ...hmis('6.5-a', `${ce}/create_ce_referral_spec.rb`, 'Une place promise n’est pas promise deux fois.'),
    heldBy: [[races, 'offered to sixteen persons and accepted sixteen times at once is given to one of them']]
  },
  {
    ...hmis(
      '6.5-b',
      `${ce}/mark_units_unavailable_spec.rb`,
      'Une place occupée ne se retire pas du service.'
    ),
    heldBy: [
      [inventory, 'takes none out of service while somebody has it (HMIS 2bb2a18d, mark_units_unavailable)']
    ]
  },
  {
    ...hmis('6.5-c', `${ce}/mark_units_available_spec.rb`, 'Un lot passe entier ou pas du tout.'),
    outOfScope: 'Les places s’ajoutent et se retirent une à une : il n’y a pas de lot.'
  },
  {
    ...hmis(
      '6.5-d',
      `${ce}/submit_ce_referral_step_spec.rb`,
      'Refaire une étape faite est refusé : le dossier a changé.'
    ),
    heldBy: [[http, 'on a case that has moved, with 412']]
  },
  {
    ...hmis(
      '6.5-e',
      'drivers/hmis/spec/models/hmis/ce/referral_workflow_template_validator_spec.rb',
      'Une configuration fautive n’entre pas en vigueur, et dit où est la faute.'
    ),
    heldBy: [
      [
        'tests/server/configuration/draft.test.ts',
        'with a fault is kept and not published, and each fault names its field'
      ]
    ]
  },
  {
    ...hmis(
      '6.5-f',
      'drivers/hmis/spec/jobs/hmis/ce/concurrent_processing_spec.rb',
      'Deux exécutants au même instant ne font pas deux fois le travail.'
    ),
    heldBy: [['tests/server/deadlines/clock.test.ts', 'fires once when two workers look at the same time']]
  },
  {
    ...hmis(
      '6.5-g',
      'drivers/hmis/spec/models/hmis/ce/referral_workflow_spec.rb',
      'De tout état atteint, un acte mène plus loin.'
    ),
    heldBy: [['tests/workflows/case/paths.test.ts', '%s: from each state that is reached, an act leads on']]
  },
  {
    ...hmis(
      '6.5-h',
      `${ce}/start_ce_referral_step_spec.rb`,
      'Recommencer une étape commencée ne change rien : ici, c’est refusé.'
    ),
    heldBy: [
      [http, 'for a step that has begun already, with 409 from the version it led to, and nothing moves']
    ]
  },
  {
    ...demarche(
      '6.6-a',
      'SVASVRDecisionDateCalculatorService spec',
      'Les fins de mois se comptent juste : 29, 30 juin, 30, 31 juillet.'
    ),
    heldBy: [['tests/workflows/deadlines/peers.months.test.ts', 'four months from %s end on %s']]
  },
  {
    ...demarche(
      '6.6-b',
      'SVASVRDecisionDateCalculatorService spec',
      'Une correction arrête le compte, qui reprend où il en était.'
    ),
    heldBy: [
      [
        'tests/server/deadlines/standstill.test.ts',
        'says nothing while it stands, and has afterwards the days it had left'
      ]
    ]
  },
  {
    ...demarche('6.6-c', 'SVASVRDecisionDateCalculatorService spec', 'Un délai se compte aussi en semaines.'),
    outOfScope:
      'Aucun délai d’ici ne s’écrit en semaines : les textes et la configuration comptent en heures, en jours, en mois ou en ans.'
  },
  {
    ...sormas(
      '6.7-a',
      '…/share/incoming/SormasToSormasCasePreview.java',
      'Avant l’acceptation, seul ce que l’aperçu énumère se voit.'
    ),
    heldBy: [
      [
        'tests/server/referrals/referrals.before.test.ts',
        'reads the needs, and not the case, not its code, not the person, not the place of the danger'
      ]
    ]
  },
  {
    ...opencrvs(
      '6.7-b',
      'packages/events/src/service/deduplication/deduplication.test.ts',
      'Deux dossiers d’une même personne se trouvent : graphie, année, contact.'
    ),
    heldBy: [
      ['tests/server/commands/likeness.test.ts', 'with why: the name as it is heard, the years, the contact'],
      ['tests/workflows/case/likeness.test.ts', 'with births one year apart: %i for 2001']
    ]
  },
  {
    ...opencrvs(
      '6.7-c',
      'packages/events/src/router/event/event.actions.assign.test.ts',
      'Le second à agir apprend que le dossier a changé.'
    ),
    heldBy: [
      [
        'tests/server/commands/races.test.ts',
        'from the same version: one is done, the other learns that the case has moved'
      ]
    ]
  },
  {
    ...opencrvs(
      '6.7-d',
      '…/async/sync-confirmation.test.ts',
      'Une demande répétée sous sa clé ne fait qu’un effet.'
    ),
    heldBy: [['tests/server/commands/idempotency.test.ts', 'eight times at once flags one person']]
  },
  {
    ...opencrvs('6.7-e', 'event.audit-log.test.ts', 'Chaque acte a sa ligne au journal.'),
    heldBy: [['tests/server/audit/audit.test.ts', 'has as many allowed acts as there are acts, case by case']]
  },
  {
    ...medplum(
      '6.7-f',
      'operations/book.test.ts',
      'La dernière place, acceptée deux fois au même instant, n’est donnée qu’une fois.'
    ),
    heldBy: [[races, 'offered by two structures and accepted by both at once leaves the person one bed']]
  }
]
