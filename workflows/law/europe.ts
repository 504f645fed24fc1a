import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { binding, unionMigration, unreadUnion, type LegalBasis } from './origin.ts'

const coe = binding(
  'treaty',
  {
    fr: 'Convention STCE 197, citée par acse-alc.org et droit-bilingue.ch',
    en: 'Convention CETS 197, as quoted by acse-alc.org and droit-bilingue.ch'
  },
  'secondary'
)
const unreadDirective = binding(
  'union',
  {
    fr: 'Directive 2011/36/UE modifiée par 2024/1712 ; article non lu',
    en: 'Directive 2011/36/EU as amended by 2024/1712; article not read'
  },
  'unread'
)
/** Its days of application are those of its own article 85. */
const migration = (fr: string, en: string, from: string, paragraph: string | null = null) =>
  unionMigration(fr, en, from, { paragraph, identifier: '32024R1351' })
const substance = ({ fr, en }: Bilingual) =>
  binding(
    'union',
    {
      fr: `Directive 2011/36/UE modifiée par 2024/1712, en vigueur au 14 juillet 2024 d’après norma.dbi.it ; contenu d’après ${fr}`,
      en: `Directive 2011/36/EU as amended by 2024/1712, in force on 14 July 2024 by norma.dbi.it; substance from ${en}`
    },
    'secondary'
  )

/** Treaties, and the law of the Union. */
export const europeanBases = {
  'GDPR.6': unreadUnion('Base légale du traitement', 'Lawful basis of processing'),
  'GDPR.7': unreadUnion('Retrait du consentement', 'Withdrawal of consent'),
  'GDPR.9': unreadUnion('Données sensibles', 'Special categories of data'),
  'GDPR.13': unreadUnion('Information de la personne', 'Information of the person'),
  'GDPR.16': unreadUnion('Droit de rectification', 'Right to rectification'),
  'GDPR.17': unreadUnion('Droit à l’effacement', 'Right to erasure'),
  'COE.197': coe(
    'Convention contre la traite, dans son ensemble',
    'Convention against trafficking, as a whole'
  ),
  'COE197.10': coe('Identification sur motifs raisonnables', 'Identification on reasonable grounds'),
  'COE197.12': coe('Aide sans condition de coopération', 'Help not tied to cooperation'),
  'COE197.13': coe('Rétablissement et réflexion', 'Recovery and reflection'),
  'COE197.14': coe('Permis de séjour', 'Residence permit'),
  'COE197.16': coe('Retour dans la dignité et de plein gré', 'Return, in dignity and preferably voluntary'),
  'COE197.26': coe('Ne pas punir les actes contraints', 'Not punishing acts done under compulsion'),
  'CRC.12': binding(
    'treaty',
    {
      fr: 'Convention relative aux droits de l’enfant ; article non lu',
      en: 'Convention on the Rights of the Child; article not read'
    },
    'unread'
  )('Opinion de l’enfant', 'Opinion of the child'),
  'EU.2004-81.6': binding(
    'union',
    {
      fr: 'Directive 2004/81/CE, citée par les conclusions dans CJUE C-66/21',
      en: 'Directive 2004/81/EC, as quoted by the opinion in CJEU C-66/21'
    },
    'secondary'
  )('Délai de réflexion européen', 'European reflection period'),
  'EU.2011-36.2': substance({
    fr: 'eucrim.eu et la représentation de la Commission en France',
    en: 'eucrim.eu and the Commission’s representation in France'
  })(
    'Mariage forcé, adoption illégale, gestation pour autrui',
    'Forced marriage, illegal adoption, surrogacy',
    '2024-07-14'
  ),
  'EU.2011-36.8': substance({
    fr: 'une déclaration d’associations, eswalliance.org, 25 avril 2024',
    en: 'a joint statement of associations, eswalliance.org, 25 April 2024'
  })('Ne pas punir les actes contraints', 'Not punishing acts done under compulsion', '2024-07-14'),
  'EU.2011-36.11': unreadDirective(
    'Mécanisme d’orientation, point focal transfrontière',
    'Referral mechanism, cross-border focal point'
  ),
  'EU.2011-36.18a': substance({
    fr: 'eucrim.eu ; numéro de l’article non lu',
    en: 'eucrim.eu; number of the article not read'
  })('User sciemment des services d’une victime', 'Knowing use of a victim’s services', '2024-07-14'),
  'EU.2011-36.19a': unreadDirective('Statistiques de chaque année', 'Statistics each year'),
  'EU.604-2013.29': binding(
    'union',
    {
      fr: 'Règlement (UE) n° 604/2013, d’après un commentaire de CJUE C-560/23, 18 décembre 2025 (kohenavocats.com)',
      en: 'Regulation (EU) no. 604/2013, from an account of CJEU C-560/23, 18 December 2025 (kohenavocats.com)'
    },
    'secondary'
  )(
    'Six mois pour exécuter le transfert (abrogé au 1er juillet 2026)',
    'Six months to carry out the transfer (repealed from 1 July 2026)'
  ),
  // What the French law makes of the range was not read: the day that the notice states is the safe one.
  'EU.2024-1348.67': binding(
    'union',
    {
      fr: 'Règlement (UE) 2024/1348, art. 67 par. 7 et art. 79 (demandes introduites depuis le 12 juin 2026), en anglais, mutluesref/eu-migration-reader@7ec3c28b ; loi française d’application non lue',
      en: 'Regulation (EU) 2024/1348, art. 67 par. 7 and art. 79 (applications lodged since 12 June 2026), in English, mutluesref/eu-migration-reader@7ec3c28b; French law of application not read'
    },
    'excerpt'
  )(
    'Recours, rejet d’asile : de cinq jours à un mois, selon la loi nationale',
    'Appeal, asylum rejected: five days to a month, by national law'
  ),
  'EU.2024-1346.29': binding(
    'union',
    {
      fr: 'Directive (UE) 2024/1346 (accueil), applicable depuis le 12 juin 2026 ; article non lu',
      en: 'Directive (EU) 2024/1346 (reception), in application since 12 June 2026; article not read'
    },
    'unread'
  )('Recours sur les conditions d’accueil', 'Appeal about reception conditions'),
  // What replaces Regulation (EU) no. 604/2013, and for whom: who was registered before keeps the older criteria.
  'EU.2024-1351.43': migration(
    'Recours contre le transfert : une semaine au moins, sursis à demander au juge',
    'Appeal against the transfer: a week at least, suspension to be asked of the court',
    '2026-07-01'
  ),
  'EU.2024-1351.46': migration(
    'Six mois pour exécuter le transfert',
    'Six months to carry out the transfer',
    '2026-07-01',
    'par. 1 et 2'
  ),
  'EU.2024-1351.83': migration(
    'Le règlement n° 604/2013 est abrogé au 1er juillet 2026',
    'Regulation no. 604/2013 is repealed from 1 July 2026',
    '2026-07-01'
  ),
  'EU.2024-1351.84': migration(
    'Demande enregistrée avant le 1er juillet 2026 : critères du règlement n° 604/2013',
    'Application registered before 1 July 2026: criteria of Regulation no. 604/2013',
    '2024-06-11',
    'par. 2'
  ),
  'EU.2024-1351.85': migration(
    'Application au 1er juillet 2026',
    'Application from 1 July 2026',
    '2024-06-11'
  ),
  'TFEU.267': binding(
    'union',
    {
      fr: 'Traité sur le fonctionnement de l’Union, cité par les arrêts CJUE C-66/21 et C-338/21',
      en: 'Treaty on the Functioning of the Union, as quoted by CJEU C-66/21 and C-338/21'
    },
    'secondary'
  )('La Cour de justice est saisie par un juge', 'The Court of Justice is asked by a court'),
  'ALG.1968': binding(
    'treaty',
    {
      fr: 'Accord franco-algérien du 27 décembre 1968, non lu',
      en: 'Franco-Algerian agreement of 27 December 1968, not read'
    },
    'unread'
  )('Séjour des Algériens : régime propre', 'Stay of Algerian nationals: rules of their own'),
  'EU.2024-1712': binding(
    'union',
    {
      fr: 'norma.dbi.it 202402488, en vigueur au 14 juillet 2024 ; EUR-Lex L_202401712, considérants ; à transposer au 15 juillet 2026, aucun texte français trouvé',
      en: 'norma.dbi.it 202402488, in force on 14 July 2024; EUR-Lex L_202401712, recitals; to be transposed by 15 July 2026, no French text found'
    },
    'excerpt'
  )(
    'Révision : échéance passée, transposition non trouvée',
    'Revision: date passed, no transposition found',
    '2024-07-14'
  )
} as const satisfies Record<string, LegalBasis>
