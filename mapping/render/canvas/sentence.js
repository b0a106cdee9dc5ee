// A link as a sentence: "CONADEH supervisa a la Policía Militar". Pure.
// A part is {text, as: 'actor' | 'verb' | null}; the verb takes the family's colour where it is drawn.
import { labelOf } from './names.js';

// First words of names and their Spanish article. What is not here gets none: a name without article is not wrong,
// a wrong article is.
const HEADS = {
  la: `policia fiscalia secretaria comision corte direccion fuerza oficina unidad presidencia defensoria inspeccion
    inspectoria academia agencia alianza asociacion camara iglesia universidad municipalidad alcaldia procuraduria
    superintendencia embajada union cooperacion coalicion mesa red junta gobernacion marina armada prensa poblacion
    ciudadania sociedad federacion confederacion plataforma secretaria contraloria fundacion mara`,
  el: `ministerio congreso tribunal juzgado instituto consejo comisionado comite gobierno ejercito banco centro foro
    movimiento observatorio colegio partido sistema registro departamento programa fondo gabinete patronato estado
    sindicato cuerpo comando batallon`,
  las: 'fuerzas mujeres iglesias empresas maras comunidades organizaciones autoridades juntas camaras municipalidades alcaldias victimas sobrevivientes defensoras',
  los: 'tribunales juzgados medios jueces fiscales pueblos jovenes patronatos partidos comites migrantes',
};
const ARTICLE = new Map(Object.entries(HEADS).flatMap(([article, words]) => words.trim().split(/\s+/).map((w) => [w, article])));
const firstWord = (name) => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().split(/[\s,.]+/)[0];

/** The Spanish article of a name, or ''. An acronym or a proper name has none. */
export const articleOf = (name) => (/^[\p{Lu}\d.\- ]+$/u.test(name) ? '' : ARTICLE.get(firstWord(name)) ?? '');

/** The words between a verb and a name, Spanish: "supervisa a" + "el Congreso" gives "supervisa" and "al". */
function spanish(verb, name) {
  const article = articleOf(name);
  const to = verb.endsWith(' a') ? 'a' : '';
  const stem = to ? verb.slice(0, -2) : verb;
  if (to && article === 'el') return [stem, 'al'];
  return [stem, [to, article].filter(Boolean).join(' ')];
}

/** A link in words: parts {text, as}. `actors` is a Map or a plain object of actors. */
export function sentence(link, actors, vocabulary, language) {
  const of = (id) => labelOf(actors.get ? actors.get(id) : actors[id], language) || '?';
  const kind = vocabulary.link_kinds[link.kind];
  const verb = kind?.verb[language] ?? link.kind;
  const target = of(link.target);
  const [stem, between] = language === 'es' ? spanish(verb, target) : [verb, ''];
  const parts = [{ text: of(link.source), as: 'actor' }, { text: ' ', as: null }, { text: stem, as: 'verb' }];
  parts.push({ text: between ? ` ${between} ` : ' ', as: null }, { text: target, as: 'actor' });
  return parts;
}

/** The same as one text. */
export const sentenceText = (link, actors, vocabulary, language) =>
  sentence(link, actors, vocabulary, language).map((part) => part.text).join('');

/** The answer to "does it work?" in words. */
export const practiceLabel = (link, vocabulary, language) =>
  vocabulary.scales.practice.find((choice) => choice.id === (link.practice ?? 'not_said'))?.label[language] ?? '';
