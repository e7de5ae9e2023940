// Reads a DOCX beside the panel, so that a large or hostile one can be stopped. Pictures are left out.
import mammoth from 'mammoth'

/** A worker's own global, which the page's types lack. */
declare const self: {
  addEventListener(type: 'message', listen: (event: MessageEvent<ArrayBuffer>) => void): void
  postMessage(message: unknown): void
}

const withoutPictures = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))

self.addEventListener('message', ({ data }) => {
  mammoth
    .convertToHtml({ arrayBuffer: data }, { convertImage: withoutPictures })
    .then(({ value }) => self.postMessage({ html: value }))
    .catch(() => self.postMessage({ html: null }))
})
