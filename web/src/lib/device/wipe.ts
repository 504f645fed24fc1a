import { kept, wipedChannel } from './kept.svelte.ts'
import { shelfName } from './shelf.ts'

/** Throws away at once what this browser holds of anybody, and the worker that serves without a network, whatever the server does. */
export function wipeDevice(): void {
  kept.over = true
  const others = new BroadcastChannel(wipedChannel)
  others.postMessage('wiped')
  others.close()
  indexedDB.deleteDatabase(shelfName)
  void navigator.serviceWorker?.getRegistrations().then((all) => {
    for (const one of all) void one.unregister()
  })
}
