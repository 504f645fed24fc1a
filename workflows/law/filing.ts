import { cpp, legi, legiDecree, type LegalBasis } from './origin.ts'

const noStay = (fr: string, en: string) =>
  legi(
    `${fr} : seul le référé-liberté retient l’éloignement`,
    `${en}: the urgent claim for a freedom alone holds removal back`
  )

/** How courts are asked: on what form, by whom, and whether a lawyer must. */
export const filingBases = {
  'CJA.L521-1': legi(
    'Référé suspension : urgence et doute sérieux',
    'Urgent suspension: urgency and a serious doubt'
  ),
  'CJA.R414-1': legiDecree('Télérecours, pour les avocats', 'Télérecours, for lawyers'),
  'CJA.R414-2': legiDecree('Télérecours citoyens, sans avocat', 'Télérecours citoyens, without a lawyer'),
  'CJA.R431-2': legiDecree(
    'Avocat exigé pour une somme d’argent ou un contrat',
    'A lawyer required for a sum of money or a contract'
  ),
  'CJA.R522-1': legiDecree(
    'Référé suspension : requête distincte, copie de la première',
    'Urgent suspension: a separate claim, with a copy of the first'
  ),
  'CJA.R811-7': legiDecree('Appel : ministère d’avocat obligatoire', 'Appeal: a lawyer is required'),
  'CJA.R821-1': legiDecree('Pourvoi en cassation : deux mois', 'Appeal on points of law: two months'),
  'CJA.R821-2': legiDecree(
    'Pourvoi en cassation : délais de distance de R811-5',
    'Appeal on points of law: more time for distance, as in R811-5'
  ),
  'CJA.R821-3': legiDecree(
    'Pourvoi en cassation : avocat aux Conseils',
    'Appeal on points of law: a lawyer of the Conseil d’État'
  ),
  'CESEDA.R922-26': legiDecree(
    'Transfert : le tribunal statue en dernier ressort',
    'Transfer: the court rules without appeal'
  ),
  'CESEDA.L922-2': legi(
    'Juge unique ; interprète et avocat d’office à l’audience',
    'A single judge; interpreter and assigned lawyer at the hearing'
  ),
  'CESEDA.R922-10': legiDecree(
    'Les décisions attaquées sont produites par l’administration',
    'The administration produces the decisions'
  ),
  'CESEDA.R922-11': legiDecree(
    'Avocat d’office, demandé avant l’audience',
    'A lawyer assigned, asked for before the hearing'
  ),
  'CESEDA.L761-3': noStay('Guadeloupe', 'Guadeloupe'),
  'CESEDA.L761-5': noStay('Guyane', 'French Guiana'),
  'CESEDA.L761-9': noStay('Mayotte', 'Mayotte'),
  'CESEDA.L762-3': noStay('Saint-Barthélemy', 'Saint-Barthélemy'),
  'CESEDA.L763-3': noStay('Saint-Martin', 'Saint-Martin'),
  'CPP.380-12': cpp('Déclaration d’appel, assises', 'Declaration of appeal, assizes'),
  'CPP.502': cpp('Déclaration d’appel', 'Declaration of appeal'),
  'CPP.576': cpp('Déclaration de pourvoi', 'Declaration of appeal on points of law'),
  'CPP.584': cpp('Mémoire du demandeur, dix jours', 'Brief of the applicant, ten days'),
  'CPP.585': cpp('Ensuite, avocat à la Cour de cassation', 'After that, a lawyer of the Court of Cassation')
} as const satisfies Record<string, LegalBasis>
