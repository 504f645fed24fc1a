import type { CivilDate } from '../calendar/civil-date.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

/** A copy of a whole code in which articles were read; `textAsOf` is the day that the copy itself states. */
export type Copy = { textAsOf: CivilDate; source: Bilingual }

const legi = 'legalize-dev/legalize-fr@bde5444d'
const legiData = 'npm @socialgouv/legi-data 2.513.0'
const openData = { fr: `Données ouvertes LEGI, ${legi}`, en: `LEGI open data, ${legi}` }

/** Each is public, and none is kept here: `npm run law:digests` says which articles of a folder of them differ. */
export const copies = {
  openData: { textAsOf: '2026-04-03', source: openData },
  criminalCode: {
    textAsOf: '2026-04-02',
    source: { fr: `Code pénal : ${openData.fr}`, en: `Criminal Code: ${openData.en}` }
  },
  criminalProcedure: {
    textAsOf: '2024-01-15',
    source: {
      fr: 'Code de procédure pénale, texte du 15 janvier 2024, mikageorges/nanoGPT_NLP@4f7ce00 ; suite non lue',
      en: 'Code of Criminal Procedure, text of 15 January 2024, mikageorges/nanoGPT_NLP@4f7ce00; later changes not read'
    }
  },
  labour: {
    textAsOf: '2026-03-27',
    source: { fr: `Code du travail, ${legiData}`, en: `Labour Code, ${legiData}` }
  },
  /** The regulation as it was published, and nothing that amended it since; its own day, since the copy states no other. */
  unionMigration: {
    textAsOf: '2024-05-14',
    source: {
      fr: 'Règlement (UE) 2024/1351 du 14 mai 2024, en anglais, mutluesref/eu-migration-reader@7ec3c28b',
      en: 'Regulation (EU) 2024/1351 of 14 May 2024, in English, mutluesref/eu-migration-reader@7ec3c28b'
    }
  },
  publicRelations: { textAsOf: '2026-03-27', source: { fr: `CRPA, ${legiData}`, en: `CRPA, ${legiData}` } },
  socialAction: {
    textAsOf: '2016-01-01',
    source: {
      fr: 'Texte du 1er janvier 2016, etalab/codes-juridiques-francais@2afcea3 ; suite non lue',
      en: 'Text of 1 January 2016, etalab/codes-juridiques-francais@2afcea3; later changes not read'
    }
  }
} as const satisfies Record<string, Copy>

export type CopyId = keyof typeof copies
