'use strict';

// A person is the buyer who complains, the mediator, and the parcel on its way back. Texts reach the page through textContent only, a mediator's HTML too.
const claimTypes = ['mediations', 'return', 'fulfillment', 'ml_case', 'cancel_sale', 'cancel_purchase', 'change', 'service', 'something_new'];
const claimReasons = [
  ['PNR9501', 'not received'], ['PNR9503', 'late'], ['PNR9504', 'delivered, they say'], ['PDD9528', 'different'], ['PDD9542', 'incomplete'], ['PDD9549', 'damaged'],
  ['PDD9551', 'does not work'], ['PDD9939', 'repentant'], ['CS9531', 'cancelled'], ['ZZZ1', 'never seen'], ['', 'no reason'],
];
const decisions = [
  ['for the buyer, the seller pays', { reason: 'payment_refunded', benefited: 'complainant' }],
  ['for the buyer, Mercado Libre pays', { reason: 'coverage_decision', benefited: 'complainant', coverage: true }],
  ['for the seller', { reason: 'no_bpp', benefited: 'respondent' }],
  ['the buyer closes it', { reason: 'worked_out_with_seller', by: 'complainant', benefited: 'respondent' }],
  ['opened by mistake', { reason: 'opened_claim_by_mistake', by: 'complainant', benefited: 'respondent' }],
  ['without a resolution', { without: true }],
];
const returnMoves = ['shipped', 'delivered', 'not_delivered', 'failed', 'expired', 'cancelled', 'something_new'];
const claimWords = new Map();

/** Beside a sale: what to complain of. */
function claimOpener(order) {
  const row = make('div', 'acts');
  const type = make('select');
  type.setAttribute('aria-label', 'Type of claim');
  type.append(...claimTypes.map(name => new Option(name, name)));
  const reason = make('select');
  reason.setAttribute('aria-label', 'Reason of the claim');
  reason.append(...claimReasons.map(([id, name]) => new Option(id ? `${name} (${id})` : name, id)));
  row.append(type, reason, act('Open a claim', () => call('POST', '/claims', {
    orderId: order.id,
    type: type.value,
    reasonId: reason.value || null,
    noReason: !reason.value,
    text: type.value === 'mediations' || type.value === 'service' ? 'Hola, tengo un problema con esta compra.' : null,
  })));
  return row;
}

function claimChat(claim) {
  const list = make('ol', 'chat');
  for (const message of claim.messages) {
    const row = make('li', `${message.sender === claim.sellerRole ? 'seller' : message.sender === 'mediator' ? 'mediator' : 'buyer'}${message.status === 'available' ? '' : ' moderated'}`);
    const by = message.by.startsWith('app:') ? 'bot' : message.by;
    row.append(make('div', 'said-by', `${by} to the ${message.receiver}, ${time(message.created)}${message.reason ? ' · ' + message.reason : ''}`), make('div', '', message.text));
    for (const file of message.files) row.append(make('div', 'said-by', `${file.name}, ${file.size} bytes`));
    list.append(row);
  }
  return list;
}

function claimFacts(shown) {
  const { claim, responsible, actions } = shown;
  const facts = make('div', 'said-by');
  const lines = [
    `${claim.reasonId ?? 'no reason'} · ${claim.resource} ${claim.resourceId} · reputation ${claim.reputation.affects}${claim.reputation.incentive ? ', spared if solved by ' + time(claim.reputation.due) : ''}`,
    claim.isOpen ? `to act: ${responsible ?? 'nobody'}${claim.mandate ? ', ' + claim.mandate.action + ' until ' + new Date(claim.mandate.due).toLocaleString() : ''}` : '',
    actions.length ? `the seller may ${actions.map(a => a.action + (a.mandatory ? ' (must)' : '')).join(', ')}` : claim.isOpen ? 'the seller may do nothing' : '',
    claim.resolution ? `${claim.resolution.reason}, for the ${claim.resolution.benefited.join(', ')}, closed by ${claim.resolution.closedBy}${claim.resolution.coverage ? ', covered' : ''}` : '',
    claim.refunded ? `${claim.refunded} went back to the buyer` : '',
    claim.return ? `return ${claim.return.id}: ${claim.return.status}, money ${claim.return.money}` : '',
    claim.change ? `change: ${claim.change.status}` : '',
    ...claim.expectations.map(e => `${e.role} wants ${e.resolution}${e.percentage ? ' ' + e.percentage + '% (' + e.amount + ')' : ''}: ${e.status}`),
  ];
  for (const line of lines.filter(Boolean)) facts.append(make('div', '', line));
  return facts;
}

function claimActs(claim) {
  const post = (path, body) => call('POST', `/claims/${claim.id}/${path}`, body ?? {});
  const acts = make('div', 'acts');
  if (!claim.isOpen) {
    acts.append(act('Reopen', () => post('reopen')));
    return acts;
  }
  const input = make('input');
  input.type = 'text';
  input.value = claimWords.get(claim.id) ?? '';
  input.placeholder = 'Write in the claim';
  input.setAttribute('aria-label', 'Message in the claim');
  input.addEventListener('input', () => claimWords.set(claim.id, input.value));
  const write = async (path, body) => {
    await post(path, { ...body, text: input.value });
    claimWords.delete(claim.id);
  };
  acts.append(
    input,
    act('Write as the buyer', () => write('write', { role: claim.sellerComplains ? 'respondent' : 'complainant' })),
    act('Write as the mediator', () => write('write', { role: 'mediator', answerWithin: '48h' })),
    act('Seller writes elsewhere', () => write('elsewhere', { action: 'write' })));
  if (claim.stage !== 'dispute') acts.append(act('Buyer asks for a mediator', () => post('dispute', { by: 'complainant' })));
  if (claim.expectations.some(e => e.role === claim.sellerRole && e.status === 'pending')) {
    acts.append(act('Buyer takes the offer', () => post('answer', { accept: true })), act('Buyer refuses it', () => post('answer', { accept: false })));
  }
  if (!claim.return) acts.append(act('Return by right', () => post('return')));
  else acts.append(choose('Move the return…', returnMoves.map(status => [status, status]), status => post('return/move', { status })));
  if (claim.change) acts.append(act('The change arrived', () => post('change/move', { status: 'changed' })));
  acts.append(
    choose('Decide…', decisions.map(([text], i) => [text, String(i + 1)]), i => post('close', decisions[i - 1][1])),
    choose('Seller elsewhere…', ['refund', 'partial-refund', 'allow-return', 'open-dispute'].map(name => [name, name]), action => post('elsewhere', { action })),
    act('Repeat the notice', () => post('repeat', { copies: 1 })));
  return acts;
}

function claimNode(shown) {
  const { claim } = shown;
  const node = make('li');
  node.dataset.id = claim.id;
  const top = make('div', 'top');
  top.append(
    make('span', '', byId(state.users, claim.buyerId)?.nickname ?? claim.buyerId),
    make('span', '', `claim ${claim.id}`),
    make('span', '', `${claim.type} · ${claim.stage}`),
    make('span', '', new Date(claim.created).toLocaleString()),
    make('span', 'status ' + claim.status, claim.status));
  node.append(top, make('div', 'question', shown.title));
  if (shown.problem) node.append(make('div', '', shown.problem));
  node.append(claimFacts(shown), claimChat(claim), claimActs(claim));
  return node;
}

function showClaims() {
  const claims = state.claims ?? [];
  const open = claims.filter(c => c.claim.isOpen).length;
  $('claims-count').textContent = claims.length ? `· ${claims.length}, ${open} open` : '';
  const active = document.activeElement;
  const focused = active?.closest?.('#claims li[data-id]')?.dataset.id;
  const writing = focused && (claimWords.get(Number(focused)) || active.tagName === 'SELECT');
  const old = new Map([...$('claims').children].map(n => [n.dataset.id, n]));
  const nodes = claims.slice().reverse().map(shown => {
    const look = JSON.stringify(shown);
    const kept = old.get(String(shown.claim.id));
    // What somebody is writing in stays as it is.
    if (kept && (kept.dataset.look === look || (writing && focused === kept.dataset.id))) return kept;
    const node = claimNode(shown);
    node.dataset.look = look;
    return node;
  });
  if (!nodes.length) nodes.push(make('li', 'empty', 'Nobody complains. Open a claim beside a sale.'));
  const same = nodes.length === $('claims').children.length && nodes.every((n, i) => n === $('claims').children[i]);
  if (!same) $('claims').replaceChildren(...nodes);
}
