import { binding, unreadUnion, type LegalBasis } from './origin.ts'

const coe = binding('treaty', 'Council of Europe Convention on Action against Trafficking, CETS 197')
const unreadDirective = binding(
  'union',
  'Directive 2011/36/EU as amended by 2024/1712; article not read',
  false
)
const substance = (source: string) =>
  binding('union', `Directive 2011/36/EU as amended by 2024/1712; substance from ${source}`)

/** Treaties, and the law of the Union. */
export const europeanBases = {
  'GDPR.6': unreadUnion('Base légale du traitement', 'Lawful basis of processing', '2018-05-25'),
  'GDPR.7': unreadUnion('Retrait du consentement', 'Withdrawal of consent', '2018-05-25'),
  'GDPR.9': unreadUnion('Données sensibles', 'Special categories of data', '2018-05-25'),
  'GDPR.13': unreadUnion('Information de la personne', 'Information of the person', '2018-05-25'),
  'GDPR.17': unreadUnion('Droit à l’effacement', 'Right to erasure', '2018-05-25'),
  'COE.197': coe(
    'Convention contre la traite, dans son ensemble',
    'Convention against trafficking, as a whole',
    '2008-02-01'
  ),
  'COE197.10': coe(
    'Identification sur motifs raisonnables',
    'Identification on reasonable grounds',
    '2008-02-01'
  ),
  'COE197.12': coe('Aide sans condition de coopération', 'Help not tied to cooperation', '2008-02-01'),
  'COE197.13': coe('Rétablissement et réflexion', 'Recovery and reflection', '2008-02-01'),
  'COE197.14': coe('Permis de séjour', 'Residence permit', '2008-02-01'),
  'COE197.16': coe(
    'Retour dans la dignité et de plein gré',
    'Return, in dignity and preferably voluntary',
    '2008-02-01'
  ),
  'COE197.26': coe(
    'Ne pas punir les actes contraints',
    'Not punishing acts done under constraint',
    '2008-02-01'
  ),
  'CRC.12': binding(
    'treaty',
    'Convention on the Rights of the Child; article not read',
    false
  )('Opinion de l’enfant', 'Opinion of the child'),
  'EU.2004-81.6': binding('union', 'Directive 2004/81/EC, as cited in CJEU C-66/21')(
    'Délai de réflexion européen',
    'European reflection period'
  ),
  'EU.2011-36.2': substance('eucrim.eu and the Commission’s representation in France')(
    'Mariage forcé, adoption illégale, gestation pour autrui',
    'Forced marriage, illegal adoption, surrogacy',
    '2024-07-14'
  ),
  'EU.2011-36.8': substance('a joint statement of associations, eswalliance.org, 25 April 2024')(
    'Ne pas punir les actes contraints',
    'Not punishing acts done under constraint',
    '2024-07-14'
  ),
  'EU.2011-36.11': unreadDirective('Mécanisme d’orientation', 'Referral mechanism', '2024-07-14'),
  'EU.2011-36.18a': substance('eucrim.eu; number of the article not read')(
    'User sciemment des services d’une victime',
    'Knowing use of a victim’s services',
    '2024-07-14'
  ),
  'EU.2011-36.19a': unreadDirective('Statistiques de chaque année', 'Statistics each year', '2024-07-14'),
  'EU.2024-1712': binding('union', 'norma.dbi.it 202402488; EUR-Lex L_202401712')(
    'Directive révisée, à transposer au 15 juillet 2026',
    'Revised directive, to transpose by 15 July 2026',
    '2024-07-14'
  )
} as const satisfies Record<string, LegalBasis>
