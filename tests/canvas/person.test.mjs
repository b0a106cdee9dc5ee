import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksLikePerson } from '../../mapping/render/canvas/person.js';

test('a given name before a surname looks like a person', () => {
  for (const name of ['Juan Pérez', 'juan perez', 'María del Carmen López', 'John Smith']) assert.equal(looksLikePerson(name), true, name);
});

test('a title before a name looks like a person', () => {
  for (const name of ['Lic. Zúniga', 'Sra. Robles', 'Dr. Mejía Castro']) assert.equal(looksLikePerson(name), true, name);
});

test('institutions do not, even where they carry a person\'s name', () => {
  for (const name of ['Fundación Juan Pablo', 'San Juan', 'Policía Nacional', 'Fiscal General', 'Mesa de mujeres', 'Patronato Carlos Roberto', 'Juan', 'Santa Rosa', 'MARIO BANK SA 24']) {
    assert.equal(looksLikePerson(name), false, name);
  }
});
