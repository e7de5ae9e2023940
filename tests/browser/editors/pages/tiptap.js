import { Editor } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'

const editor = new Editor({
  element: document.getElementById('kotak'),
  extensions: [StarterKit],
  content: '<p>Yth. Ibu Sari, salam.</p>',
})
window.held = () => editor.getText({ blockSeparator: '\n' })
