import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'

/** A picture as a phone takes it: turned, and with a remark where cameras write place and time. */
export async function pictureWith(remark: string): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#c08040' } })
    .withExif({ IFD0: { ImageDescription: remark } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

/** A PDF of some pages, with a script that runs when it is opened, and a further file inside. */
export async function pdfWith(remark: string, pages: number): Promise<Buffer> {
  const made = await PDFDocument.create()
  for (let at = 0; at < pages; at += 1) made.addPage([300, 400])
  made.setTitle(remark)
  made.addJavaScript('greet', `app.alert("${remark}")`)
  await made.attach(Buffer.from(remark), 'further.txt')
  return Buffer.from(await made.save({ useObjectStreams: false }))
}
