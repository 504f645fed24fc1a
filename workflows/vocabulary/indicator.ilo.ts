import type { DimensionId, Indicator, Strength } from './indicator.list.ts'

const weigh =
  (dimension: DimensionId, adult: Strength | null, child: Strength | null) =>
  (fr: string, en: string): Indicator => ({
    dimension,
    label: { fr, en },
    adult_labour: adult,
    child_labour: child,
    form: null
  })

const lie = weigh('D1', 'medium', 'medium')
const force = weigh('D2', 'medium', 'medium')
const forceGraverForChild = weigh('D2', 'medium', 'strong')
const fragile = weigh('D3', 'medium', 'medium')
const work = weigh('D4', 'medium', 'medium')
const held = weigh('D5', 'medium', 'medium')
const heldGraverForChild = weigh('D5', 'medium', 'strong')
const heldStrongly = weigh('D5', 'strong', 'strong')
const bound = weigh('D6', 'medium', 'medium')
const graveLie = weigh('D1', 'strong', 'strong')
const lieGraverForChild = weigh('D1', 'weak', 'strong')
const graveForce = weigh('D2', 'strong', 'strong')
const fragileAdult = weigh('D3', 'medium', null)
const fragileLess = weigh('D3', 'weak', 'medium')
const graveWork = weigh('D4', 'strong', 'strong')
const workAdult = weigh('D4', 'medium', null)
const workLess = weigh('D4', 'weak', 'medium')
const heldLess = weigh('D5', 'weak', 'medium')
const boundLess = weigh('D6', 'weak', 'medium')

/**
 * Labels are this project's own. Dimensions and weights: ILO and European Commission operational indicators (2009,
 * WCMS_105023, WCMS_105035), read through a secondary document. The sexual lists were not read: nothing there is weighed.
 */
export const iloIndicators = {
  job_nature_lie: graveLie(
    'On lui a menti sur le travail, le lieu ou le patron',
    'Was lied to about the job, the place or the boss'
  ),
  wages_lie: lie('La paie promise n’était pas la vraie', 'The promised pay was not true'),
  work_conditions_lie: lie(
    'Le travail est bien plus dur qu’annoncé',
    'The work is far harder than announced'
  ),
  contract_lie: lie('Le contrat est faux ou n’existe pas', 'The contract is false or missing'),
  housing_lie: lie('Le logement promis n’était pas le vrai', 'The promised housing was not true'),
  papers_lie: lie('On lui avait promis des papiers', 'Was promised papers'),
  travel_lie: lie(
    'Le voyage ou l’embauche ne se sont pas passés comme promis',
    'Travel or hiring did not go as promised'
  ),
  family_reunion_lie: lie(
    'On lui avait promis de faire venir sa famille',
    'Was promised that family could join'
  ),
  marriage_adoption_promise: lie(
    'On lui avait promis un mariage ou une adoption',
    'Was promised marriage or adoption'
  ),
  education_lie: lieGraverForChild(
    'On lui avait promis l’école ou des études',
    'Was promised school or studies'
  ),
  r_violence: graveForce(
    'On l’a frappée ou violentée pour la faire partir',
    'Was beaten or assaulted to make them leave'
  ),
  r_threat_violence: forceGraverForChild(
    'On l’a menacée de coups pour la faire partir',
    'Was threatened with violence to make them leave'
  ),
  r_abduction_sale: forceGraverForChild(
    'On l’a enlevée, vendue ou mariée de force',
    'Was kidnapped, sold or forced to marry'
  ),
  r_debt_bondage: forceGraverForChild(
    'La personne doit rembourser son voyage ou une dette',
    'Must pay back the journey or a debt'
  ),
  r_papers_taken: force('On a pris ses papiers pendant le voyage', 'Papers were taken on the way'),
  r_isolation: force(
    'On l’a enfermée ou surveillée avant l’arrivée',
    'Was locked in or watched before arrival'
  ),
  r_threat_denounce: force(
    'On a menacé de la dénoncer avant l’arrivée',
    'Was threatened with being reported before arrival'
  ),
  r_threat_expose: force(
    'On a menacé de tout dire à ses proches avant l’arrivée',
    'Was threatened before arrival that family would be told'
  ),
  r_violence_family: force(
    'On s’en est pris à sa famille pour la faire partir',
    'Family was attacked or threatened to make them leave'
  ),
  r_money_withheld: force('On a gardé son argent pendant le voyage', 'Money was kept from them on the way'),
  v_family_hardship: fragile('Sa famille avait de graves ennuis', 'The family was in serious trouble'),
  v_irregular_status: fragile('La personne n’avait pas de papiers', 'Had no papers'),
  v_low_education_language: fragile(
    'La personne lit peu ou ne parle pas la langue',
    'Reads little or does not speak the language'
  ),
  v_lack_information: fragile(
    'La personne ne savait pas où elle allait',
    'Did not know where they were going'
  ),
  v_under_control: fragile(
    'Les exploiteurs décidaient déjà à sa place',
    'Exploiters already decided for them'
  ),
  v_economic: fragile('La personne n’avait pas de quoi vivre', 'Had nothing to live on'),
  v_false_success: fragile('On lui a montré de fausses réussites', 'Was shown false success stories'),
  v_false_law: fragileAdult(
    'On lui a menti sur la loi ou la police',
    'Was lied to about the law or the police'
  ),
  v_family_situation: fragile(
    'La personne a des enfants ou des proches à charge',
    'Has children or relatives to support'
  ),
  v_personal_situation: fragile('Maladie, handicap ou grossesse', 'Illness, disability or pregnancy'),
  v_emotional_dependency: fragile(
    'La personne aime ou craint qui l’a recrutée',
    'Loves or fears the person who recruited them'
  ),
  v_authorities_relation: fragile(
    'La personne a peur de la police ou des services',
    'Is afraid of police or services'
  ),
  v_past: fragile('La personne a déjà vécu des violences', 'Has lived through violence before'),
  v_travel_difficulty: fragile('La personne ne pouvait pas voyager seule', 'Could not travel alone'),
  v_belief: fragileLess(
    'Un serment, un rituel ou une croyance la lie',
    'An oath, a ritual or a belief binds them'
  ),
  v_context: fragileLess('La personne a fui une guerre ou une catastrophe', 'Fled war or disaster'),
  x_excess_hours: graveWork('La personne travaille presque sans repos', 'Works almost without rest'),
  x_low_pay: work('La personne est peu ou pas payée', 'Is paid little or nothing'),
  x_wage_manipulation: work(
    'On retire de sa paie des amendes ou des frais',
    'Fines or costs are taken from the pay'
  ),
  x_bad_housing: work(
    'La personne vit dans un lieu sale, serré ou dangereux',
    'Lives in a dirty, crowded or unsafe place'
  ),
  x_bad_work: work('La personne travaille dans de très mauvaises conditions', 'Works in very bad conditions'),
  x_hazardous: work('Son travail est dangereux', 'The work is dangerous'),
  x_law_breach: work('Ni contrat respecté, ni congés', 'Contract and leave are ignored'),
  x_no_social_protection: workAdult('Son travail n’est pas déclaré', 'The work is undeclared'),
  x_no_schooling: workLess(
    'On l’empêche d’aller à l’école ou de se former',
    'Is kept from school or training'
  ),
  d_papers_taken: heldStrongly('Quelqu’un garde ses papiers', 'Someone keeps their papers'),
  d_debt_bondage: heldStrongly(
    'La personne travaille pour une dette sans fin',
    'Works to pay an endless debt'
  ),
  d_isolation: heldStrongly(
    'La personne est enfermée, surveillée ou jamais seule',
    'Is locked in, watched or never alone'
  ),
  d_violence: heldStrongly('La personne porte des traces de coups', 'Shows signs of violence'),
  d_threat_violence: heldGraverForChild('On la menace de coups', 'Is threatened with violence'),
  d_forced_crime: heldGraverForChild(
    'On l’oblige à voler, vendre ou transporter',
    'Is made to steal, sell or carry'
  ),
  d_forced_tasks: heldGraverForChild(
    'On lui impose des tâches ou des clients',
    'Tasks or clients are imposed on them'
  ),
  d_strong_influence: heldGraverForChild(
    'Quelqu’un parle et décide à sa place',
    'Someone speaks and decides for them'
  ),
  d_act_against_peers: held(
    'On l’oblige à surveiller ou punir d’autres personnes',
    'Is made to watch or punish others'
  ),
  d_made_to_lie: held('On lui fait réciter une histoire', 'Is made to tell a set story'),
  d_threat_denounce: held('On menace de la dénoncer', 'Is threatened with being reported'),
  d_threat_worse: held('On la menace d’un sort pire', 'Is threatened with something worse'),
  d_violence_family: held('On menace sa famille', 'Family is threatened'),
  d_wages_withheld: held('On garde sa paie', 'Pay is kept from them'),
  d_threat_expose: heldLess('On menace de tout dire à ses proches', 'Is threatened that family will be told'),
  w_dependency: bound(
    'La personne dépend des exploiteurs pour manger ou dormir',
    'Depends on the exploiters for food or shelter'
  ),
  w_unknown_area: bound('La personne ne sait pas où elle est', 'Does not know where they are'),
  w_economic: bound('Sans les exploiteurs, la personne n’a rien', 'Has nothing without the exploiters'),
  w_family: bound(
    'Ses enfants ou proches dépendent de ce revenu',
    'Children or relatives depend on this income'
  ),
  w_status: bound(
    'Sans papiers, la personne n’ose pas demander d’aide',
    'Without papers, dares not ask for help'
  ),
  w_past: boundLess(
    'Ce que la personne a vécu l’empêche de réagir',
    'What they lived through keeps them from reacting'
  ),
  w_personal: boundLess(
    'Âge, santé ou handicap rendent le départ difficile',
    'Age, health or disability make leaving hard'
  )
} as const satisfies Record<string, Indicator>
