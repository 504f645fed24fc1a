import type { Bilingual } from '../vocabulary/vocabulary.ts'

/** What the first part of a reference stands for. Choices of this project name no text; rulings say theirs in their label. */
export const texts = {
  CESEDA: { fr: 'CESEDA', en: 'CESEDA' },
  CP: { fr: 'Code pénal', en: 'Criminal Code' },
  CPP: { fr: 'Code de procédure pénale', en: 'Code of Criminal Procedure' },
  CC: { fr: 'Code civil', en: 'Civil Code' },
  CPC: { fr: 'Code de procédure civile', en: 'Code of Civil Procedure' },
  CASF: { fr: 'Code de l’action sociale et des familles', en: 'Code of Social Action and Families' },
  CTRAV: { fr: 'Code du travail', en: 'Labour Code' },
  CJA: { fr: 'Code de justice administrative', en: 'Code of Administrative Justice' },
  CRPA: {
    fr: 'Code des relations entre le public et l’administration',
    en: 'Code of Relations between the Public and the Administration'
  },
  'COJ.AnnXIV': {
    fr: 'Code de l’organisation judiciaire, annexe XIV',
    en: 'Code of Judicial Organisation, annex XIV'
  },
  COJ: { fr: 'Code de l’organisation judiciaire', en: 'Code of Judicial Organisation' },
  'ORD2025-1091': { fr: 'Ordonnance n° 2025-1091', en: 'Ordinance no. 2025-1091' },
  GDPR: { fr: 'RGPD', en: 'GDPR' },
  LIL: { fr: 'Loi informatique et libertés', en: 'Data Protection Act' },
  'L2024-42': { fr: 'Loi n° 2024-42', en: 'Law no. 2024-42' },
  'D2016-1056': { fr: 'Décret n° 2016-1056', en: 'Decree no. 2016-1056' },
  'SENAT.PSP': { fr: 'Rapport du Sénat', en: 'Report to the Senate' },
  'L1991-647': { fr: 'Loi n° 91-647', en: 'Law no. 91-647' },
  'D2020-1717': { fr: 'Décret n° 2020-1717', en: 'Decree no. 2020-1717' },
  'D2019-536.list': { fr: 'Décret n° 2019-536', en: 'Decree no. 2019-536' },
  'COE.197': {
    fr: 'Convention du Conseil de l’Europe (STCE 197)',
    en: 'Council of Europe Convention (CETS 197)'
  },
  COE197: {
    fr: 'Convention du Conseil de l’Europe (STCE 197)',
    en: 'Council of Europe Convention (CETS 197)'
  },
  CRC: { fr: 'Convention relative aux droits de l’enfant', en: 'Convention on the Rights of the Child' },
  'EU.2011-36': { fr: 'Directive 2011/36/UE', en: 'Directive 2011/36/EU' },
  'EU.2024-1712': { fr: 'Directive (UE) 2024/1712', en: 'Directive (EU) 2024/1712' },
  'EU.604-2013': { fr: 'Règlement (UE) n° 604/2013', en: 'Regulation (EU) no. 604/2013' },
  'EU.2024-1348': { fr: 'Règlement (UE) 2024/1348', en: 'Regulation (EU) 2024/1348' },
  'EU.2024-1346': { fr: 'Directive (UE) 2024/1346', en: 'Directive (EU) 2024/1346' },
  'EU.2024-1351': { fr: 'Règlement (UE) 2024/1351', en: 'Regulation (EU) 2024/1351' },
  TFEU: {
    fr: 'Traité sur le fonctionnement de l’Union européenne',
    en: 'Treaty on the Functioning of the European Union'
  },
  'ALG.1968': {
    fr: 'Accord franco-algérien du 27 décembre 1968',
    en: 'Franco-Algerian agreement of 27 December 1968'
  },
  INSTR2022: { fr: 'Instruction de 2022', en: 'Instruction of 2022' },
  'EU.2004-81': { fr: 'Directive 2004/81/CE', en: 'Directive 2004/81/EC' },
  INSTR2015: { fr: 'Instruction du 19 mai 2015', en: 'Instruction of 19 May 2015' },
  'CIRC2017-18': { fr: 'Circulaire du 31 janvier 2017', en: 'Circular of 31 January 2017' },
  PLAN3: { fr: 'Plan national de lutte contre la traite', en: 'National plan against trafficking' },
  PPL1387: { fr: 'Proposition de loi n° 1387', en: 'Bill no. 1387' },
  'DIGITAL.PC': { fr: 'Documentation de ProConnect', en: 'ProConnect documentation' },
  'CNCDH.2020': { fr: 'CNCDH, avis du 28 avril 2020', en: 'CNCDH, opinion of 28 April 2020' }
} as const satisfies Record<string, Bilingual>

export type TextKey = keyof typeof texts
