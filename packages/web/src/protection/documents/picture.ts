/** As large as the node keeps a picture: more of it would travel for nothing. */
const mostSide = 2600

const quality = 0.82

/** How wide and high a picture is when its longer side is at most so long. */
export function fitted(width: number, height: number, most: number): readonly [number, number] {
  const share = Math.min(1, most / Math.max(width, height))
  return [Math.round(width * share), Math.round(height * share)]
}

/**
 * A picture as small as it will be kept, so that a slow network carries a tenth of what the camera made. What this
 * browser cannot draw goes as it is, and the node decides.
 */
async function shrunk(file: File): Promise<Blob> {
  if (!file.type.startsWith('image/')) return file
  const picture = await createImageBitmap(file).catch(() => null)
  if (picture === null) return file
  const [width, height] = fitted(picture.width, picture.height, mostSide)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
  picture.close()
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  return drawn !== null && drawn.size < file.size ? drawn : file
}

/** A file's bytes in base64, as they are sent. */
export async function fileForSending(file: File): Promise<string> {
  const bytes = new Uint8Array(await (await shrunk(file)).arrayBuffer())
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 0x8000) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)))
  }
  return btoa(pieces.join(''))
}

/** Hands a paper to this device's own programs, under a name that says nothing. */
export function savePaper(base64: string, type: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = type === 'application/pdf' ? 'paper.pdf' : 'paper.jpg'
  link.click()
  URL.revokeObjectURL(address)
}
