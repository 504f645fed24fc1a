import type { Me } from '#lib/api.types.ts'
import type { Locale } from '#lib/messages.ts'
import type { Theme } from '#lib/shell/theme.ts'

declare global {
  namespace App {
    interface Error {
      status: number
      message: string
      code?: string
      detail?: string
    }
    interface Locals {
      locale: Locale
      theme: Theme
      demonstration: boolean
      /** Who answers here for what is kept of people: null where nobody has said. */
      answerable: { controller: string | null; officer: string | null }
      /** When the page was asked for: the demonstration lets time pass. */
      now: Date
      /** A path of this site, or `/`: never a way out to another one. */
      localPath: (wanted: string | undefined) => string
    }
    interface PageData {
      locale?: Locale
      theme?: Theme
      now?: string
      demonstration?: boolean
      me?: Me | null
    }
  }
}
