import type { Page } from 'playwright-core'

/** Gives a browser a Bangla voice of its own, which keeps what it was asked to read, and one that would send it away. */
export async function giveVoice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const spoken: string[] = []
    class Utterance extends EventTarget {
      readonly text: string
      constructor(text: string) {
        super()
        this.text = text
      }
    }
    const voices = [
      { lang: 'bn-IN', localService: false },
      { lang: 'bn-BD', localService: true },
    ]
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      cancel: () => undefined,
      speak: ({ text, voice }: { text: string; voice: unknown }) =>
        spoken.push(voice === voices[1] ? text : 'sent away'),
    })
    Object.defineProperty(window, 'speechSynthesis', { value: speech })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
    Object.defineProperty(window, 'spoken', { value: spoken })
  })
}

/** What the voice was asked to read, in order. */
export function spokenOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const spoken: unknown = Reflect.get(window, 'spoken')
    return Array.isArray(spoken) ? spoken.map(String) : []
  })
}
