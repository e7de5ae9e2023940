// v-model as a template compiles it; only what Vue holds is sent.
import { createApp, ref } from 'vue/dist/vue.esm-bundler.js'

const text = ref('Yth. Ibu Sari, salam.')
const send = async () => {
  await fetch('/kirim', { method: 'POST', body: new URLSearchParams({ tanggapan: text.value }) })
  location.assign('/kirim')
}

createApp({
  setup: () => ({ text, send }),
  template: `<form @submit.prevent="send">
    <label for="tanggapan">Tanggapan</label>
    <textarea id="tanggapan" rows="8" cols="50" v-model="text"></textarea>
    <output id="state">{{ text }}</output>
    <button>Kirim</button>
  </form>`,
}).mount('#app')
