import { useCallback, useEffect, useState } from 'react'

/** Reads a text to somebody who cannot or would rather not read it; absent where the device has no voice. */
export interface ReadAloud {
  readonly able: boolean
  readonly reading: boolean
  readonly read: (text: string) => void
  readonly stop: () => void
}

const tags = { en: 'en-GB', bn: 'bn-BD' } as const

export function useReadAloud(language: 'en' | 'bn'): ReadAloud {
  const able = 'speechSynthesis' in window
  const [reading, setReading] = useState(false)

  const stop = useCallback(() => {
    if (able) window.speechSynthesis.cancel()
    setReading(false)
  }, [able])

  const read = useCallback(
    (text: string) => {
      if (!able) return
      window.speechSynthesis.cancel()
      const spoken = new SpeechSynthesisUtterance(text)
      spoken.lang = tags[language]
      spoken.rate = 0.9
      const voice = window.speechSynthesis.getVoices().find(({ lang }) => lang.startsWith(language))
      if (voice) spoken.voice = voice
      spoken.onend = () => setReading(false)
      spoken.onerror = () => setReading(false)
      setReading(true)
      window.speechSynthesis.speak(spoken)
    },
    [able, language],
  )

  useEffect(() => stop, [stop])
  return { able, reading, read, stop }
}
