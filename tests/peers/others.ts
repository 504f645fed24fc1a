import { notRecorded, read, type Behaviour } from './behaviour.ts'

const opencrvs = read('OpenCRVS', '11a599e')
const bidonvilles = read('Résorption-bidonvilles', notRecorded)
const hmis = read('Open Path HMIS', '2bb2a18d')
const dhis2 = read('DHIS2', notRecorded)
const medplum = read('Medplum', notRecorded)
const primero = read('Primero', '4b95bf9')
const signalement = read('Signal-Logement', 'f40ed47')
const emplois = read('Les emplois de l’inclusion', '543eae8')
const dora = read('Dora', '388804a7')
const demarche = read('démarche.numérique', notRecorded)
const sormas = read('SORMAS', notRecorded)

const events = 'packages/events/src/router/event'
const ce = 'drivers/hmis/spec/requests/hmis/ce'
const orientations = 'back/dora/orientations/tests'
const links = 'tests/server/links/opening.test.ts'
const renewal = 'tests/server/links/renewal.test.ts'
const http = 'tests/server/http/http.test.ts'
const inventory = 'tests/server/places/places.inventory.test.ts'
const races = 'tests/server/commands/races.test.ts'
const reminders = 'tests/server/deadlines/reminders.test.ts'
const machine = 'tests/workflows/referral/referral.test.ts'

/** Permissions, answers and territories, links, places, clocks, sharing and duplicates. */
export const otherBehaviours: readonly Behaviour[] = [
  {
    ...opencrvs(
      '6.2-a',
      `${events}/event.actions.*.scopes.test.ts`,
      'Le serveur permet exactement ce que permet une règle écrite à part.'
    ),
    heldBy: [['tests/server/commands/actions.test.ts', 'in the story of one who is %s']]
  },
  {
    ...opencrvs(
      '6.2-b',
      'packages/events/src/router/event/event.search.scopes.test.ts',
      'Une recherche ne rend jamais ce qui est hors du périmètre.'
    ),
    heldBy: [
      ['tests/server/commands/reach.test.ts', 'a search by the code of a case of others finds nothing']
    ]
  },
  {
    ...bidonvilles(
      '6.2-c',
      'packages/api/server/utils/permission/{can,where,restrict}.spec.ts',
      'Sans règle, rien n’est permis ; la base de données pose la même limite.'
    ),
    heldBy: [
      ['tests/policies/abilities.test.ts', 'a capacity held by another organisation gives nothing'],
      ['tests/server/db/walls.test.ts', 'without a context shows no row of any table about persons']
    ]
  },
  {
    ...hmis(
      '6.2-d',
      'drivers/hmis/spec/models/hmis/auth_policies/ce_referral_policy_spec.rb',
      'Une orientation se lit de ses deux côtés, et de nul autre.'
    ),
    heldBy: [['tests/policies/abilities/referrals.test.ts', 'of others is neither read nor moved']]
  },
  {
    ...dhis2(
      '6.2-e',
      'dhis-2/dhis-test-integration/…/TrackedEntityProgramOwnerServiceTest.java',
      'Après un passage, l’ancienne équipe ne lit ni n’écrit plus.'
    ),
    heldBy: [
      [
        'tests/server/commands/leaving.test.ts',
        'leaves the first cell without a view once the other has accepted'
      ]
    ]
  },
  {
    ...medplum(
      '6.2-f',
      'packages/server/src/fhir/accesspolicy.test.ts',
      'Un champ caché l’est partout : lecture, recherche, histoire.'
    ),
    heldBy: [
      ['tests/server/audit/canary.test.ts', 'is in no answer but that of its own route to its own readers']
    ]
  },
  {
    ...primero(
      '6.2-g',
      'spec/services/permitted_attachment_service_spec.rb',
      'Une pièce jointe suit le droit de son champ.'
    ),
    outOfScope: 'Aucun fichier ne se joint à un dossier.'
  },
  {
    ...signalement(
      '6.3-a',
      'tests/Functional/Controller/Api/AffectationUpdateControllerTest.php',
      'Chaque passage d’un état à un autre est permis ou refusé par une table.'
    ),
    heldBy: [[machine, 'when %s, %s leads to %s']]
  },
  {
    ...signalement(
      '6.3-b',
      'tests/Functional/Controller/Back/AffectationControllerTest.php',
      'La première acceptation prévient une fois.'
    ),
    heldBy: [['tests/server/commands/idempotency.test.ts', 'eight times at once accepts an offer once']]
  },
  {
    ...signalement(
      '6.3-c',
      'tests/Functional/Controller/Api/SuiviCreateControllerTest.php',
      'Qui n’a pas accepté n’agit pas sur le dossier.'
    ),
    heldBy: [['tests/server/referrals/referrals.before.test.ts', 'may not act on the case']]
  },
  {
    ...emplois(
      '6.3-d',
      'tests/job_applications/tests.py::test_job_application_transitions',
      'Chaque passage déclaré marche, et son complément est refusé.'
    ),
    heldBy: [
      [machine, 'when %s, %s leads to %s'],
      [machine, '%s is the end: nothing opens it again']
    ]
  },
  {
    ...dora('6.4-a', `${orientations}/test_orientation_endpoints.py`, 'Un lien faux ou absent est refusé.'),
    heldBy: [[links, 'alike for words that are no token, one never given, and one given for another']]
  },
  {
    ...dora(
      '6.4-b',
      `${orientations}/test_query_refresh.py`,
      'Un lien expiré se renouvelle à l’adresse connue, et l’ancien meurt.'
    ),
    heldBy: [
      [
        renewal,
        'answers always the same words, and writes to nobody unless the link has run out and still waits'
      ],
      [renewal, 'kills the old link and mails the new one to the known address only']
    ]
  },
  {
    ...dora(
      '6.4-c',
      `${orientations}/test_close_expired_orientations.py`,
      'L’échéance tombe à son heure et pas avant.'
    ),
    heldBy: [[links, 'to do anything once it has run out, and then says that, and nothing else']]
  },
  {
    ...dora(
      '6.4-d',
      `${orientations}/test_anonymize_orientations.py`,
      'Après le délai, ce qui identifie disparaît et l’histoire reste.'
    ),
    heldBy: [
      [
        'tests/server/commands/closing.test.ts',
        'is proposed for closure without news, archived, and erased: the log stays, what identified her is gone'
      ]
    ]
  },
  {
    ...dora(
      '6.4-e',
      `${orientations}/test_orientations_reminders.py`,
      'Le rappel part exactement à l’intervalle, et pas deux fois.'
    ),
    heldBy: [
      [reminders, 'is reminded the day before, once, though it takes no part in the case'],
      [reminders, 'is mailed the day before, once, by a link that opens, without a word of the person']
    ]
  },
  {
    ...dora(
      '6.4-f',
      `${orientations}/test_close_expired_orientations.py`,
      'Le délai passé, chacun l’apprend une fois, même à deux titres.'
    ),
    heldBy: [
      [
        reminders,
        'and each organisation is told once, the one that both sent and accompanies no more than the other'
      ]
    ]
  },
  {
    ...dora(
      '6.4-g',
      `${orientations}/test_orientation_endpoints.py`,
      'Rien ne se traite de qui n’est pas encore admis à orienter : ici, rien n’en part.'
    ),
    heldBy: [
      [
        'tests/server/referrals/peers.referrals.test.ts',
        'is refused to a sender whose accreditation is suspended, and nobody is asked'
      ],
      [http, 'from an organisation that is not accredited, with 403, everywhere but for who they are']
    ]
  },
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
    heldBy: [[races, 'from the same version: one is done, the other learns that the case has moved']]
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
