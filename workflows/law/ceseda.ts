import { legi, type LegalBasis } from './origin.ts'

/** Residence, asylum and removal. */
export const cesedaBases = {
  'CESEDA.L233-1': legi('Droit au séjour des citoyens de l’Union', 'Residence right of Union citizens'),
  'CESEDA.L412-5': legi('Refus pour menace à l’ordre public', 'Refusal on public-order grounds'),
  'CESEDA.L425-1': legi(
    'Carte d’un an : plainte ou témoignage',
    'One-year permit: complaint or testimony',
    '2021-05-01'
  ),
  'CESEDA.L425-2': legi('Allocation (ADA) avec la carte', 'Allowance (ADA) with the permit'),
  'CESEDA.L425-3': legi('Carte de dix ans après condamnation', 'Ten-year card after conviction'),
  'CESEDA.L425-4': legi(
    'Autorisation provisoire, sortie de la prostitution',
    'Provisional permit, exit programme'
  ),
  'CESEDA.L425-11': legi('Carte d’un an : hébergement indigne', 'One-year permit: degrading housing'),
  'CESEDA.L432-2': legi('Refus de renouvellement', 'Refusal to renew'),
  'CESEDA.L435-1': legi('Admission exceptionnelle au séjour', 'Exceptional admission to residence'),
  'CESEDA.L436-8': legi('Titre sans taxe ni timbre', 'Permit free of tax and stamp duty'),
  'CESEDA.L441-7': legi('Mayotte : pas d’allocation', 'Mayotte: no allowance'),
  'CESEDA.L441-8': legi('Mayotte : titre valable sur place seulement', 'Mayotte: permit valid there only'),
  'CESEDA.L522-1': legi('Évaluation de la vulnérabilité par l’OFII', 'Vulnerability assessment by OFII'),
  'CESEDA.L522-3': legi(
    'Victimes de traite parmi les vulnérables',
    'Trafficking victims among the vulnerable'
  ),
  'CESEDA.L522-4': legi('Transmission à l’OFPRA avec accord', 'Sharing with OFPRA on agreement'),
  'CESEDA.L551-3': legi('Places adaptées selon la région', 'Suitable places by region'),
  'CESEDA.L552-8': legi('Hébergement proposé par l’OFII', 'Housing offered by OFII'),
  'CESEDA.L611-1': legi('Obligation de quitter le territoire', 'Obligation to leave'),
  'CESEDA.R425-1': legi('Information sur les droits et la réflexion', 'Information on rights and reflection'),
  'CESEDA.R425-2': legi('Délai de réflexion de trente jours', 'Thirty-day reflection period'),
  'CESEDA.R425-3': legi('Récépissé de réflexion, droit au travail', 'Reflection receipt, right to work'),
  'CESEDA.R425-4': legi('Droits pendant la réflexion', 'Rights during reflection'),
  'CESEDA.R425-5': legi('Dossier et préfecture compétente', 'File and competent prefecture'),
  'CESEDA.R425-6': legi('Retrait de la carte', 'Withdrawal of the permit'),
  'CESEDA.R425-7': legi('Droits ouverts par la carte', 'Rights that come with the permit'),
  'CESEDA.R425-8': legi('Hébergement et éloignement du danger', 'Housing and distance from danger'),
  'CESEDA.R425-9': legi('Aide au retour', 'Return assistance'),
  'CESEDA.R425-10': legi('Mineur : le parquet est informé', 'Minor: the prosecutor is informed'),
  'CESEDA.R431-5': legi('Quand demander le renouvellement', 'When to ask for renewal'),
  'CESEDA.R431-10': legi('État civil et nationalité à fournir', 'Civil status and nationality documents'),
  'CESEDA.R431-12': legi('Récépissé de demande', 'Receipt of application'),
  'CESEDA.R431-13': legi('Durée du récépissé : un mois au moins', 'Receipt valid for at least a month'),
  'CESEDA.R431-14': legi('Récépissé avec droit au travail', 'Receipt with right to work'),
  'CESEDA.R431-15-1': legi('Attestations de demande en ligne', 'Certificates of online application'),
  'CESEDA.R431-20': legi('Préfecture du lieu de résidence', 'Prefecture of residence'),
  'CESEDA.R432-2': legi('Quatre mois de silence valent refus', 'Four months of silence mean refusal'),
  'CESEDA.R441-5': legi('Mayotte : pas d’ADA', 'Mayotte: no ADA'),
  'CESEDA.R444-3': legi('Wallis-et-Futuna : pas d’ADA', 'Wallis and Futuna: no ADA'),
  'CESEDA.R445-3': legi('Polynésie française : pas d’ADA', 'French Polynesia: no ADA'),
  'CESEDA.R446-3': legi('Nouvelle-Calédonie : pas d’ADA', 'New Caledonia: no ADA'),
  'CESEDA.L423-22': legi('Jeune confié avant seize ans', 'Young person in care before sixteen'),
  'CESEDA.L431-2': legi(
    'Demandeur·euse d’asile : autre titre à demander tôt',
    'Asylum seeker: ask early for another permit'
  ),
  'CESEDA.L432-1': legi(
    'Refus motivé pour menace à l’ordre public',
    'Reasoned refusal on public-order grounds'
  ),
  'CESEDA.L432-1-1': legi(
    'Refus après certaines condamnations ou un faux',
    'Refusal after some convictions or forgery'
  ),
  'CESEDA.L432-13': legi('Commission du titre de séjour', 'Residence-permit board'),
  'CESEDA.L433-5': legi('Pas de carte pluriannuelle ensuite', 'No multi-year card afterwards'),
  'CESEDA.L435-3': legi(
    'Jeune confié entre seize et dix-huit ans',
    'Young person in care from sixteen to eighteen'
  ),
  'CESEDA.L521-9': legi(
    'Administrateur·rice ad hoc, asile d’un mineur',
    'Ad hoc guardian for a minor who seeks asylum'
  ),
  'CESEDA.L531-10': legi('Examen adapté de la demande d’asile', 'Asylum examined with adapted means'),
  'CESEDA.L612-9': legi('Pas d’interdiction de retour', 'No re-entry ban'),
  'CESEDA.L614-1': legi('Recours contre l’obligation de quitter', 'Appeal against the obligation to leave'),
  'CESEDA.L911-1': legi('Recours dans le mois', 'Appeal within a month'),
  'CESEDA.L921-1': legi('Recours dans les sept jours', 'Appeal within seven days'),
  'CESEDA.L921-2': legi('Recours dans les quarante-huit heures', 'Appeal within forty-eight hours'),
  'CESEDA.D431-7': legi(
    'Autre titre à demander dans les deux mois',
    'Another permit to ask for within two months'
  ),
  'CESEDA.R431-11': legi(
    'Pièces à fournir ; demande de complément',
    'Documents to give; request for missing ones'
  )
} as const satisfies Record<string, LegalBasis>
