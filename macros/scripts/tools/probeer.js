/*
 * On /data/: asks one file of the API and shows what a program gets. Asks nobody but this site.
 */
import { button, element, speaker } from '../shared/dom.js';

const MOST = 3000; // characters on the page: enough to see the form; the file itself may be a hundred times that

/** Window in; gives the page its try-out. */
export function begin(root) {
  const { document } = root;
  const place = document.querySelector('[data-probeer]');
  const links = Array.from(document.querySelectorAll('a[data-api]'));
  const choice = element(document, 'select', { id: 'kb-probeer' }, ...links.map((link) => element(document, 'option', { value: link.href }, link.dataset.api)));
  const status = element(document, 'p', { role: 'status' });
  const say = speaker(status);
  const code = element(document, 'code');
  const answer = element(document, 'pre', { tabindex: '0', role: 'region', 'aria-label': 'Antwoord', hidden: true }, code);

  async function ask() {
    say('Bezig met ophalen …');
    let text;
    try {
      text = JSON.stringify(await (await root.fetch(choice.value)).json(), null, 2);
    } catch (error) {
      // A page from disk may ask for no file, and who is offline gets none.
      if (!(error instanceof root.TypeError)) throw error;
      say('Ophalen lukt hier niet. Staat deze pagina op uw eigen schijf, of hebt u geen verbinding? Klik dan op JSON in de tabel.');
      return;
    }
    code.textContent = text.slice(0, MOST);
    answer.hidden = false;
    say(text.length > MOST ? `Dit is het begin van ${choice.value}. Het hele bestand is langer.` : `Dit is ${choice.value}.`);
  }

  place.replaceChildren(
    element(document, 'p', {}, element(document, 'label', { for: 'kb-probeer' }, 'Welk bestand?'), ' ', choice, ' ', button(document, 'Haal op', ask)),
    status,
    answer,
  );
}
