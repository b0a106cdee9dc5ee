import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const source = readFileSync(new URL('../../mapping/ui/look/language.js', import.meta.url), 'utf8');
const { spoken } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
const pairs = [['{x} options available.', 'Hay {x} opciones.'], ['1 option available.', 'Hay una opción.'], ['Remove {x}', 'Quitar {x}'], ['Error: {x}', 'Atención: {x}'], ['a value between {x} and {y}.', 'entre {x} y {y}.'], ['Open', 'Ver las opciones']];

test('what Streamlit says in English is said in the language of the page', () => {
  assert.equal(spoken('Open', pairs), 'Ver las opciones');
  assert.equal(spoken('7 options available.', pairs), 'Hay 7 opciones.');
  assert.equal(spoken('Remove $& Policía', pairs), 'Quitar $& Policía');
  assert.equal(spoken('Error: a value between 1 and 20.', pairs), 'Atención: entre 1 y 20.'); // one within the other
});

test('what is only like it stays as it is', () => {
  for (const text of ['Open the map', 'open', 'Remove ', ' options available.', 'Hay 7 opciones.', '']) assert.equal(spoken(text, pairs), null);
});
