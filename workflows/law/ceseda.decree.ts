import { legiDecree, type LegalBasis } from './origin.ts'

/** Residence, asylum and removal: the decrees that carry the law out. */
export const cesedaDecreeBases = {
  'CESEDA.D431-7': legiDecree(
    'Autre titre à demander dans les deux mois',
    'Another permit to ask for within two months'
  ),
  'CESEDA.R425-1': legiDecree(
    'Information sur les droits et la réflexion',
    'Information on rights and reflection'
  ),
  'CESEDA.R425-2': legiDecree('Délai de réflexion de trente jours', 'Thirty-day reflection period'),
  'CESEDA.R425-3': legiDecree(
    'Récépissé de réflexion, droit au travail',
    'Reflection receipt, right to work'
  ),
  'CESEDA.R425-4': legiDecree('Droits pendant la réflexion', 'Rights during reflection'),
  'CESEDA.R425-5': legiDecree('Dossier et préfecture compétente', 'File and competent prefecture'),
  'CESEDA.R425-6': legiDecree('Retrait de la carte', 'Withdrawal of the permit'),
  'CESEDA.R425-7': legiDecree('Droits ouverts par la carte', 'Rights that come with the permit'),
  'CESEDA.R425-8': legiDecree('Hébergement et éloignement du danger', 'Housing and distance from danger'),
  'CESEDA.R425-9': legiDecree('Aide au retour', 'Return assistance'),
  'CESEDA.R425-10': legiDecree('Mineur : le parquet est informé', 'Minor: the prosecutor is informed'),
  'CESEDA.R431-2': legiDecree(
    'Demande en ligne, avec aide et solution de repli',
    'Online application, with help and a fallback'
  ),
  'CESEDA.R431-3': legiDecree(
    'Autres titres : demande au guichet',
    'Other permits: asked for at the prefecture'
  ),
  'CESEDA.R431-5': legiDecree('Quand demander le renouvellement', 'When to ask for renewal'),
  'CESEDA.R431-10': legiDecree(
    'État civil et nationalité à fournir',
    'Civil status and nationality documents'
  ),
  'CESEDA.R431-11': legiDecree(
    'Pièces à fournir ; demande de complément',
    'Documents to give; request for missing ones'
  ),
  'CESEDA.R431-12': legiDecree('Récépissé de demande', 'Receipt of application'),
  'CESEDA.R431-13': legiDecree('Durée du récépissé : un mois au moins', 'Receipt valid for at least a month'),
  'CESEDA.R431-14': legiDecree('Récépissé avec droit au travail', 'Receipt with right to work'),
  'CESEDA.R431-15': legiDecree(
    'Récépissé de renouvellement : le travail continue',
    'Renewal receipt: work goes on'
  ),
  'CESEDA.R431-15-1': legiDecree('Attestations de demande en ligne', 'Certificates of online application'),
  'CESEDA.R431-15-2': legiDecree(
    'Attestation en ligne avec droit au travail',
    'Online certificate with right to work'
  ),
  'CESEDA.R431-20': legiDecree('Préfecture du lieu de résidence', 'Prefecture of residence'),
  'CESEDA.R432-2': legiDecree('Quatre mois de silence valent rejet', 'Four months of silence mean refusal'),
  'CESEDA.R441-5': legiDecree('Mayotte : pas d’ADA', 'Mayotte: no ADA'),
  'CESEDA.R444-3': legiDecree('Wallis-et-Futuna : pas d’ADA', 'Wallis and Futuna: no ADA'),
  'CESEDA.R445-3': legiDecree('Polynésie française : pas d’ADA', 'French Polynesia: no ADA'),
  'CESEDA.R446-3': legiDecree('Nouvelle-Calédonie : pas d’ADA', 'New Caledonia: no ADA')
} as const satisfies Record<string, LegalBasis>
