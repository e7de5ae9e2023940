// The box that WhatsApp Web writes in is made with this editor.
import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { registerRichText } from '@lexical/rich-text'
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical'

const editor = createEditor({ namespace: 'tanggapan', onError: (error) => Promise.reject(error) })
editor.setRootElement(document.getElementById('tanggapan'))
registerRichText(editor)
registerHistory(editor, createEmptyHistoryState(), 300)
editor.update(() => {
  $getRoot()
    .clear()
    .append($createParagraphNode().append($createTextNode('Yth. Ibu Sari, salam.')))
})
window.held = () => editor.getEditorState().read(() => $getRoot().getTextContent().replaceAll('\n\n', '\n'))
