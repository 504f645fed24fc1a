import type { Bilingual } from './vocabulary.ts'

export type InputProblem = { field: string; code: string; message: Bilingual }

export const problem = (field: string, code: string, fr: string, en: string): InputProblem => ({
  field,
  code,
  message: { fr, en }
})
