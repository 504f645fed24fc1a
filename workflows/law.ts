import type { CivilDate } from './calendar.ts'
import type { Bilingual } from './vocabulary.ts'

/**
 * `statute` covers laws and decrees; `soft` covers practice, instructions and texts that bind the State but no actor
 * here; `design` is what the MNIO leaves open and this project decided.
 */
export type LegalStatus = 'statute' | 'soft' | 'design'

export type LegalBasis = {
  label: Bilingual
  status: LegalStatus
  /** Null when the day was not read: most code extracts do not give it. */
  inForceFrom: CivilDate | null
  /** The date of the text that was read; a later amendment is unknown to this table. */
  textAsOf: CivilDate | null
  /** False when the article's own words were not read in their current version. */
  verified: boolean
  source: string
}

type Origin = Omit<LegalBasis, 'label' | 'inForceFrom'>

const from =
  (origin: Origin) =>
  (fr: string, en: string, inForceFrom: CivilDate | null = null): LegalBasis => ({
    label: { fr, en },
    inForceFrom,
    ...origin
  })

const legi = from({
  status: 'statute',
  textAsOf: '2026-04-03',
  verified: true,
  source: 'LEGI open data, legalize-dev/legalize-fr@bde5444d'
})
const cpp = from({
  status: 'statute',
  textAsOf: '2024-01-15',
  verified: true,
  source: 'Code de procédure pénale, text of 15 January 2024; later changes not read'
})
const labour = from({
  status: 'statute',
  textAsOf: '2026-03-27',
  verified: true,
  source: 'npm @socialgouv/legi-data 2.513.0'
})
const oldCasf = from({
  status: 'statute',
  textAsOf: '2016-01-01',
  verified: false,
  source: 'etalab/codes-juridiques-francais@2afcea3, text of 1 January 2016'
})
const excerpt = (source: string, textAsOf: CivilDate | null = null) =>
  from({ status: 'statute', textAsOf, verified: true, source })
const unread = from({ status: 'statute', textAsOf: null, verified: false, source: 'article not read' })
const soft = (source: string, verified = true) => from({ status: 'soft', textAsOf: null, verified, source })
const coe = soft('Council of Europe Convention on Action against Trafficking, CETS 197')
const eu = soft('Directive 2011/36/EU as amended by 2024/1712; article not read', false)
const mnio = (fr: string, en: string) =>
  from({ status: 'design', textAsOf: null, verified: true, source: 'MNIO configuration' })(
    fr,
    en,
    '2026-09-01'
  )

/** Every reference that an act, a right or a deadline rests on, as dated data: no rule ever tests an article number. */
export const legalBases = {
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
  'CP.223-6': legi('Secours à personne en danger', 'Duty to help a person in danger'),
  'CP.225-4-1': legi('Traite des êtres humains', 'Trafficking in human beings'),
  'CP.225-5': legi('Proxénétisme', 'Procuring'),
  'CP.225-13': legi('Travail sans salaire ou presque', 'Unpaid or underpaid work'),
  'CP.225-14': legi('Travail ou logement indignes', 'Degrading work or housing'),
  'CP.225-14-1': legi('Travail forcé', 'Forced labour'),
  'CP.225-14-2': legi('Réduction en servitude', 'Servitude'),
  'CP.226-13': legi('Secret professionnel', 'Professional secrecy'),
  'CP.226-14': legi('Quand le secret peut être levé', 'When secrecy may be lifted'),
  'CPP.2-22': cpp('Association partie civile', 'Association as civil party'),
  'CPP.10-2': cpp('Droits dits aux victimes', 'Rights told to victims'),
  'CPP.10-5': cpp('Évaluation des besoins de protection', 'Assessment of protection needs'),
  'CPP.D1-3': cpp('Critères de cette évaluation', 'Criteria of that assessment'),
  'CPP.15-3': cpp('Plainte reçue partout, récépissé remis', 'Complaint taken anywhere, receipt given'),
  'CPP.40': cpp('Signalement par les agents publics', 'Report by public officials'),
  'CPP.706-3': cpp('Indemnisation par la CIVI', 'Compensation by the CIVI'),
  'CPP.706-5': cpp('Délais devant la CIVI', 'Time limits before the CIVI'),
  'CPP.706-40-1': cpp('Protection de la victime qui témoigne', 'Protection of the victim who testifies'),
  'CC.375': legi('Enfant en danger', 'Child in danger'),
  'CC.375-5': legi('Placement provisoire en urgence', 'Emergency placement'),
  'CC.388-1': legi('Parole de l’enfant', 'The child’s voice'),
  'CC.388': legi('Âge : le doute profite à la personne', 'Age: the doubt benefits the person'),
  'CPC.641': legi('Comment se compte un délai', 'How a time limit is counted'),
  'CPC.642': legi('Report au jour ouvrable suivant', 'Extension to the next working day'),
  'CASF.L121-6-2': oldCasf('Partage entre professionnels du social', 'Sharing between social workers'),
  'CASF.L121-9': excerpt('doctrine.fr LEGIARTI000042919668, excerpt', '2021-05-01')(
    'Parcours de sortie de la prostitution',
    'Prostitution-exit programme',
    '2021-05-01'
  ),
  'CASF.L226-2-1': oldCasf('Information préoccupante sans délai', 'Report of concern without delay'),
  'CASF.L226-2-2': oldCasf('Secret partagé, protection de l’enfance', 'Shared secrecy in child protection'),
  'CASF.L226-3': oldCasf('Cellule de recueil (CRIP)', 'Reporting cell (CRIP)'),
  'CASF.L226-4': oldCasf('Signalement au parquet', 'Report to the prosecutor'),
  'CASF.D226-2-4': excerpt('legal.tricoteuses.fr LEGIARTI000033336311, excerpt')(
    'Évaluation en trois mois',
    'Assessment within three months'
  ),
  'CTRAV.L3133-1': labour('Jours fériés', 'Public holidays', '2016-08-10'),
  'CTRAV.L3134-13': labour('Jours fériés d’Alsace-Moselle', 'Alsace-Moselle holidays', '2008-05-01'),
  'CTRAV.L3422-2': labour(
    'Abolition de l’esclavage, outre-mer',
    'Abolition of slavery, overseas',
    '2018-01-01'
  ),
  'CTRAV.L8112-2': labour(
    'Constats de l’inspection du travail',
    'Records by labour inspectors',
    '2021-07-01'
  ),
  'GDPR.6': unread('Base légale du traitement', 'Lawful basis of processing', '2018-05-25'),
  'GDPR.7': unread('Retrait du consentement', 'Withdrawal of consent', '2018-05-25'),
  'GDPR.9': unread('Données sensibles', 'Special categories of data', '2018-05-25'),
  'GDPR.13': unread('Information de la personne', 'Information of the person', '2018-05-25'),
  'LIL.46': unread('Qui peut traiter les données d’infraction', 'Who may process offence data', '2019-06-01'),
  'D2016-1056.1': excerpt('legal.tricoteuses.fr LEGIARTI000049101042, excerpt')(
    'Comité local d’aide aux victimes',
    'Local victim-support committee'
  ),
  'COE197.10': coe(
    'Identification sur motifs raisonnables',
    'Identification on reasonable grounds',
    '2008-02-01'
  ),
  'COE197.12': coe('Aide sans condition de coopération', 'Help not tied to cooperation', '2008-02-01'),
  'COE197.13': coe('Rétablissement et réflexion', 'Recovery and reflection', '2008-02-01'),
  'CRC.12': soft('Convention on the Rights of the Child; article not read', false)(
    'Opinion de l’enfant',
    'Opinion of the child'
  ),
  'EU.2011-36.11': eu('Mécanisme d’orientation', 'Referral mechanism', '2024-07-14'),
  INSTR2015: soft('Interior ministry instruction of 19 May 2015')(
    'Admission au séjour des victimes',
    'Admission of victims to residence',
    '2015-05-19'
  ),
  'CNCDH.2020': soft('CNCDH opinion of 28 April 2020, JORFTEXT000041842515')(
    'Avis sur un mécanisme de référence',
    'Opinion on a referral mechanism',
    '2020-04-28'
  ),
  ACSE: soft('Practice of the Ac.Sé network')('Pratique du réseau Ac.Sé', 'Practice of the Ac.Sé network'),
  'MNIO.HABILITATION': mnio('Qui peut signaler', 'Who may flag'),
  'MNIO.FLAG': mnio('Contenu du signalement', 'Content of the flag'),
  'MNIO.TRIAGE': mnio('Délai de premier examen', 'Time for the first look'),
  'MNIO.GROUNDS': mnio('Motifs raisonnables, à deux voix', 'Reasonable grounds, by two voices'),
  'MNIO.INFORMATION': mnio('Délai pour informer la personne', 'Time to inform the person'),
  'MNIO.REVIEW': mnio('Réexamen sur élément nouveau', 'Review on new facts'),
  'MNIO.REFERENT': mnio('Une référente de parcours', 'A case referent'),
  'MNIO.FACTS': mnio('Faits complétés ensuite', 'Facts completed later'),
  'MNIO.IDENTITY': mnio('Identité tenue à part', 'Identity kept apart'),
  'MNIO.MERGE': mnio('Fusion de doublons à deux', 'Merging duplicates by two people'),
  'MNIO.TRANSFER': mnio('Passage à une autre cellule', 'Move to another cell'),
  'MNIO.EMERGENCY': mnio('Mise à l’abri en urgence', 'Emergency shelter'),
  'MNIO.SECURITY': mnio('Alerte de sécurité sur un accueil', 'Security alert on a stay'),
  'MNIO.ACSE': mnio('Demande au dispositif Ac.Sé', 'Request to the Ac.Sé scheme'),
  'MNIO.EVALUATION': mnio('Évaluation commune avant Ac.Sé', 'Joint assessment before Ac.Sé'),
  'MNIO.ANSWER': mnio('Délais de réponse des partenaires', 'Answer times of partners'),
  'MNIO.MATCH': mnio('Suivi d’une place trouvée', 'Follow-up of a place found'),
  'MNIO.STAY': mnio('Vie de l’accueil', 'Life of a stay'),
  'MNIO.RECONTACT': mnio('Reprise de contact', 'Getting back in touch'),
  'MNIO.FORMAL': mnio('Relance de l’identification formelle', 'Reminder of formal identification'),
  'MNIO.CONSENT': mnio('Consentement par destinataire', 'Consent by recipient'),
  'MNIO.CLOSURE': mnio('Clôture et réouverture', 'Closure and reopening'),
  'MNIO.CLOCK': mnio('Horloges du mécanisme', 'Clocks of the mechanism')
} as const satisfies Record<string, LegalBasis>

export type LegalCode = keyof typeof legalBases
export const legalCodes = Object.keys(legalBases) as LegalCode[]

export type DatedBasis = LegalBasis & {
  code: LegalCode
  on: CivilDate
  /** Null when the day of entry into force was not read. */
  inForce: boolean | null
}

/** The basis as an event keeps it: with the day on which it was relied upon. */
export const legalBasis = (code: LegalCode, on: CivilDate): DatedBasis => {
  const basis: LegalBasis | undefined = legalBases[code]
  if (basis === undefined) throw new RangeError(`Unknown legal basis ${code}`)
  return { code, on, inForce: basis.inForceFrom === null ? null : on >= basis.inForceFrom, ...basis }
}
