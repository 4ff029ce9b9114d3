// The page works without this. Where scripts run, leaving leaves no way back, and a device does a little work so
// that a flood does not make others wait.
const away = '/weather.html'

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('.leave') : null
  if (link === null) return
  event.preventDefault()
  location.replace(away)
})

document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') location.replace(away)
})

// Only a voice on the device itself reads: any other would send the page to whoever made it.
function voiceOf(language) {
  return speechSynthesis
    .getVoices()
    .find(({ lang, localService }) => localService && lang.startsWith(language))
}

function readOrStop(main, button) {
  const { read, stop } = main.dataset
  const reading = button.textContent === stop
  speechSynthesis.cancel()
  button.textContent = reading ? read : stop
  if (reading) return
  const texts = [...main.querySelectorAll('h1, h2, p, li, legend, label')]
  const spoken = new SpeechSynthesisUtterance(texts.map((text) => text.innerText).join('. '))
  spoken.voice = voiceOf(document.documentElement.lang)
  spoken.lang = spoken.voice.lang
  spoken.rate = 0.9
  const over = () => {
    button.textContent = read
  }
  spoken.addEventListener('end', over)
  spoken.addEventListener('error', over)
  speechSynthesis.speak(spoken)
}

function offerReading() {
  const main = document.querySelector('main[data-read]')
  if (main === null || main.querySelector('.read') || !voiceOf(document.documentElement.lang)) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'read'
  button.textContent = main.dataset.read
  button.addEventListener('click', () => readOrStop(main, button))
  main.querySelector('h1').after(button)
}

if ('speechSynthesis' in window) {
  offerReading()
  speechSynthesis.addEventListener('voiceschanged', offerReading)
  window.addEventListener('pagehide', () => speechSynthesis.cancel())
}

function zeroBits(digest) {
  const first = digest.findIndex((byte) => byte !== 0)
  return first < 0 ? digest.length * 8 : first * 8 + Math.clz32(digest[first]) - 24
}

async function solved() {
  const response = await fetch('/tell/work', { credentials: 'omit', cache: 'no-store' })
  const [challenge, bits] = (await response.text()).split(' ')
  const encoder = new TextEncoder()
  for (let number = 0; ; number += 1) {
    const digest = await crypto.subtle.digest('SHA-256', encoder.encode(`${challenge}:${number}`))
    if (zeroBits(new Uint8Array(digest)) >= Number(bits)) return { challenge, answer: String(number) }
  }
}

async function send(form) {
  try {
    const { challenge, answer } = await solved()
    form.elements.namedItem('challenge').value = challenge
    form.elements.namedItem('answer').value = answer
  } catch {
    // Without the work it is sent all the same, and waits its turn.
  }
  form.submit()
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !('work' in form.dataset)) return
  event.preventDefault()
  const button = form.querySelector('button')
  if (button?.disabled) return
  if (button) button.disabled = true
  void send(form)
})
