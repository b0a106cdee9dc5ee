// As much of the vocabulary as the tests in node need; the browser tests take the real one.
const kind = (cell, uses_force = 'none') => ({ label: {}, cells: [cell], uses_force });
const link = (family, directed = true, formality = 'formal') => ({ label: {}, family, directed, formality });

export const vocabulary = {
  actor_kinds: {
    core_security: kind('state_provides', 'does'), justice: kind('state_provides'), oversight_state: kind('state_governs'),
    international: kind('international'), civil_society: kind('nonstate_governs'), service_cso: kind('nonstate_provides'),
    users: kind('served'), private_security: kind('nonstate_provides', 'may'), media: kind('nonstate_governs'),
    management: kind('state_governs'), local_gov: kind('state_governs'), community: kind('nonstate_provides'),
  },
  link_kinds: {
    command: link('authority'), appointment: link('authority'), ov_internal: link('oversight'), ov_parliament: link('oversight'),
    ov_independent: link('oversight'), ov_judicial: link('oversight'), ov_civil: link('oversight'), referral: link('service'),
    service: link('service'), cooperation: link('cooperation', false), training: link('support'), funding: link('support'),
    influence: link('influence', true, 'informal'), conflict: link('tension', false, 'informal'),
  },
  families: Object.fromEntries(
    Object.entries({ authority: 'A', oversight: 'S', service: 'R', cooperation: 'C', support: '+', influence: 'I', tension: 'T' })
      .map(([id, letter]) => [id, { letter, label: { en: id, es: id } }]),
  ),
};
export const FAMILY_OF = (id) => vocabulary.link_kinds[id]?.family;
