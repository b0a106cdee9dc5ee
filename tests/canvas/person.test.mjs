import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksLikePerson, personLists } from '../../mapping/render/canvas/person.js';

const lists = personLists({
  given: ['juan', 'maria', 'carlos', 'john'], doubtful: ['cruz', 'santiago'], surnames: ['perez', 'lopez', 'cruz', 'flores'], titles: ['lic', 'sra', 'dr'],
  ranks: ['general', 'coronel'], particles: ['de', 'del', 'la'], saints: ['san', 'santa'], institution: ['fundacion', 'policia', 'hospital', 'fiscal', 'flor'],
});
const is = (text) => looksLikePerson(text, lists);

test('a given name gives a person away, in any case and with particles', () => {
  for (const name of ['Juan Pérez', 'juan perez', 'María del Carmen López', 'John Smith']) assert.equal(is(name), true, name);
});

test('so does a title before a name, and a rank before a known one', () => {
  for (const name of ['Lic. Zúniga', 'Sra. Robles', 'General Carlos X', 'el coronel López']) assert.equal(is(name), true, name);
  assert.equal(is('General Motors'), false);
});

test('an address or a number of a person is one', () => {
  assert.equal(is('ana@example.hn'), true);
  assert.equal(is('9999-8888'), true);
});

test("institutions are none, even where they carry a person's name", () => {
  for (const name of ['Fundación Juan Pablo', 'Hospital María', 'San Juan', 'Policía Nacional', 'Fiscal General', 'Mesa de mujeres', 'Barrio 18']) assert.equal(is(name), false, name);
});

test('a doubtful name needs a surname beside it', () => {
  assert.equal(is('Santiago López'), true);
  assert.equal(is('Cruz Roja'), false);
});

test('without lists nobody is taken for a person by name', () => {
  assert.equal(looksLikePerson('Juan Pérez', personLists()), false);
});
