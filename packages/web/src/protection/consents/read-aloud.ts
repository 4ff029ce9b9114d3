import type { Language } from '@setu/vocabulary'
import { useCallback, useEffect, useState } from 'react'

/** Reads a text to somebody who cannot or would rather not read it; unable where the device has no voice of its own. */
export interface ReadAloud {
  readonly able: boolean
  readonly reading: boolean
  readonly read: (text: string) => void
  readonly stop: () => void
}

const tags = { en: 'en-GB', bn: 'bn-BD' } as const

/** A voice of this language that speaks on the device itself: any other sends what it reads to somebody else. */
export function voiceFor<Voice extends Pick<SpeechSynthesisVoice, 'lang' | 'localService'>>(
  voices: readonly Voice[],
  language: Language,
): Voice | null {
  return voices.find(({ lang, localService }) => localService && lang.startsWith(language)) ?? null
}

const synthesis = () => ('speechSynthesis' in window ? window.speechSynthesis : null)

/** The voice of a device for a language. Many browsers know their voices only after a while. */
function useVoice(language: Language): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null)
  useEffect(() => {
    const speech = synthesis()
    if (speech === null) return
    const look = () => setVoice(voiceFor(speech.getVoices(), language))
    look()
    speech.addEventListener('voiceschanged', look)
    return () => speech.removeEventListener('voiceschanged', look)
  }, [language])
  return voice
}

export function useReadAloud(language: Language): ReadAloud {
  const voice = useVoice(language)
  const [reading, setReading] = useState(false)

  const stop = useCallback(() => {
    synthesis()?.cancel()
    setReading(false)
  }, [])

  const read = useCallback(
    (text: string) => {
      const speech = synthesis()
      if (speech === null || voice === null) return
      speech.cancel()
      const spoken = new SpeechSynthesisUtterance(text)
      spoken.lang = tags[language]
      spoken.rate = 0.9
      spoken.voice = voice
      spoken.onend = () => setReading(false)
      spoken.onerror = () => setReading(false)
      setReading(true)
      speech.speak(spoken)
    },
    [voice, language],
  )

  useEffect(() => stop, [stop])
  return { able: voice !== null, reading, read, stop }
}
