import type { Bilingual } from './vocabulary.ts'

export type InputProblem = { field: string; code: string; message: Bilingual }
