// What a device shows when the node lets it know that something waits: a sentence without content, whoever looks.
const waits = { en: 'Something waits in Setu', bn: 'সেতুতে কিছু অপেক্ষা করছে' }

function told(data) {
  try {
    const { title, lang } = data.json()
    if (typeof title === 'string' && Object.hasOwn(waits, lang)) return { title, lang }
  } catch {
    // A push that cannot be read still means that something waits.
  }
  const lang = self.navigator.language.startsWith('bn') ? 'bn' : 'en'
  return { title: waits[lang], lang }
}

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  const { title, lang } = told(event.data)
  event.waitUntil(self.registration.showNotification(title, { lang, tag: 'notes', icon: '/notes.svg' }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then((open) => {
      const ours = open.find(({ url }) => !new URL(url).pathname.startsWith('/weather'))
      return ours ? ours.focus() : self.clients.openWindow('/')
    }),
  )
})
