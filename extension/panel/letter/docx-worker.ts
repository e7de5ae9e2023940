// Reads a DOCX beside the panel, so that a large or hostile one can be stopped. Pictures are left out.
import mammoth from 'mammoth'

declare const self: {
  onmessage: (event: MessageEvent<ArrayBuffer>) => void
  postMessage(message: unknown): void
}

const withoutPictures = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))

self.onmessage = ({ data }) => {
  mammoth
    .convertToHtml({ arrayBuffer: data }, { convertImage: withoutPictures })
    .then(({ value }) => self.postMessage({ html: value }))
    .catch(() => self.postMessage({ html: null }))
}
