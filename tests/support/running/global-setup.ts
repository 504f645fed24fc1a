import type { TestProject } from 'vitest/node'
import { standPostgres } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    superuserUrl: string
    ownerUrl: string
  }
}

/** One PostgreSQL for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { superuserUrl, ownerUrl, stop } = await standPostgres()
  project.provide('superuserUrl', superuserUrl)
  project.provide('ownerUrl', ownerUrl)
  return stop
}
