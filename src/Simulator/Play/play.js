'use strict';

// Everything a person wrote goes to the page through textContent, never as HTML.
const $ = id => document.getElementById(id);
const make = (tag, className, text) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
};

const call = async (method, path, body) => {
  const response = await fetch('/_control' + path, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const text = await response.text();
  const reply = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Error(reply?.message ?? response.statusText);
  return reply;
};

const troubles = [
  ['429 to everything, 5 s', { kind: 'too-many-requests', for: '5s', retryAfter: '2s' }],
  ['502 to the next 3 calls', { kind: 'server-error', status: 502, count: 3 }],
  ['Next answer: applied, reply lost', { kind: 'reset-after', endpoint: 'POST /answers', count: 1 }],
  ['Next answer: 504, applied 5 s later', { kind: 'late-effect', endpoint: 'POST /answers', count: 1, hold: '0s', lag: '5s' }],
  ['Next notice 3 times', { kind: 'notice-duplicate', copies: 2, count: 1 }],
  ['Next notice lost', { kind: 'notice-loss', count: 1 }],
  ['Notices out of order, 20 s', { kind: 'notice-shuffle', for: '20s', lag: '4s' }],
  ['Next message: sent, reply lost', { kind: 'reset-after', endpoint: 'POST /messages/packs/*', count: 1 }],
  ['Next claim message: sent, reply lost', { kind: 'reset-after', endpoint: 'POST /post-purchase/v1/claims/*/actions/send-message', count: 1 }],
  ['Next act on a claim: 504, applied 5 s later', { kind: 'late-effect', endpoint: 'POST /post-purchase/v1/claims/*', count: 1, hold: '0s', lag: '5s' }],
  ['Reads lag by 3 s, 20 s long', { kind: 'stale-read', endpoint: 'GET /questions*', lag: '3s', for: '20s' }],
];

let state = { users: [], items: [], questions: [], orders: [], shipments: [], threads: [], claims: [], faults: [] };
let seen = 0;
const drafts = new Map();

const money = item => new Intl.NumberFormat(undefined, { style: 'currency', currency: item.currencyId }).format(item.price);
const byId = (list, id) => list.find(x => String(x.id) === String(id));
const time = at => new Date(at).toLocaleTimeString();

function fill(select, options) {
  const wanted = options.map(o => o.value + '\n' + o.text).join('\n\n');
  if (select.dataset.filled === wanted) return;
  const kept = select.value;
  select.replaceChildren(...options.map(o => {
    const option = make('option', '', o.text);
    option.value = o.value;
    return option;
  }));
  if (options.some(o => o.value === kept)) select.value = kept;
  select.dataset.filled = wanted;
}

function showListing() {
  const item = byId(state.items, $('item').value);
  const box = $('listing');
  box.replaceChildren();
  if (!item) return;
  box.append(make('strong', '', money(item)));
  const facts = [item.status === 'active' ? `${item.available} available` : item.status];
  if (item.shipping.free) facts.push('free shipping');
  if (item.warranty) facts.push(item.warranty.type + (item.warranty.time ? ', ' + item.warranty.time : ''));
  box.append(make('span', '', facts.join(' · ')));
  const chips = make('div', 'chips');
  for (const v of item.variations) {
    chips.append(make('span', 'chip' + (v.stock ? '' : ' none'), v.combination.map(a => a.value).join(' / ') + ' · ' + v.stock));
  }
  box.append(chips);
}

function act(label, work) {
  const button = make('button', 'quiet', label);
  button.type = 'button';
  button.addEventListener('click', async () => {
    try {
      await work();
      $('said').textContent = '';
    } catch (error) {
      $('said').textContent = error.message;
    }
    refresh();
  });
  return button;
}

function questionNode(question) {
  const node = make('li');
  node.dataset.id = question.id;
  const top = make('div', 'top');
  top.append(
    make('span', '', byId(state.users, question.buyerId)?.nickname ?? question.buyerId),
    make('span', '', byId(state.items, question.itemId)?.title ?? question.itemId),
    make('span', '', time(question.created)),
    make('span', 'status ' + question.status, question.status));
  node.append(top, make('div', 'question', question.text));
  const acts = make('div', 'acts');
  if (question.answer) {
    const by = question.answer.by.startsWith('app:') ? 'bot' : question.answer.by;
    const answer = make('div', `answer ${by}${question.answer.status === 'BANNED' ? ' banned' : ''}`);
    answer.append(make('div', 'said-by', `${by}, ${time(question.answer.created)}${question.answer.status === 'ACTIVE' ? '' : ' · ' + question.answer.status}`));
    answer.append(make('div', '', question.answer.text));
    node.append(answer);
    if (question.answer.status === 'ACTIVE') acts.append(act('Ban the answer', () => call('POST', `/questions/${question.id}/ban-answer`)));
  } else if (question.status === 'UNANSWERED') {
    const input = make('input');
    input.type = 'text';
    input.maxLength = 2000;
    input.value = drafts.get(question.id) ?? '';
    input.placeholder = 'Answer as the seller, on the site';
    input.setAttribute('aria-label', 'Answer as the seller');
    input.addEventListener('input', () => drafts.set(question.id, input.value));
    acts.append(
      input,
      act('Seller answers elsewhere', () => call('POST', `/questions/${question.id}/answer`, { text: input.value || 'Hola, sí. ¡Saludos!' })),
      act('Delete', () => call('POST', `/questions/${question.id}/delete`)));
  }
  acts.append(act('Repeat the notice', () => call('POST', `/questions/${question.id}/repeat`, { copies: 1 })));
  node.append(acts);
  return node;
}

function showQuestions() {
  const show = $('show').value;
  const list = state.questions
    .filter(q => show === 'all' || (show === 'open' ? q.status === 'UNANSWERED' : String(q.buyerId) === $('buyer').value))
    .slice().reverse();
  const open = state.questions.filter(q => q.status === 'UNANSWERED').length;
  $('count').textContent = state.questions.length ? `· ${state.questions.length}, ${open} open` : '';
  const focused = document.activeElement?.closest?.('#questions li')?.dataset.id;
  const old = new Map([...$('questions').children].map(n => [n.dataset.id, n]));
  const nodes = list.map(q => {
    const look = JSON.stringify(q);
    const kept = old.get(String(q.id));
    // A node that has not changed stays, and with it what somebody is typing there.
    if (kept && (kept.dataset.look === look || (focused === kept.dataset.id && q.status === 'UNANSWERED'))) return kept;
    const node = questionNode(q);
    node.dataset.look = look;
    return node;
  });
  if (!nodes.length) nodes.push(make('li', 'empty', 'No questions yet. Ask the first one.'));
  const same = nodes.length === $('questions').children.length && nodes.every((n, i) => n === $('questions').children[i]);
  if (!same) $('questions').replaceChildren(...nodes);
}

function showFaults() {
  const rows = state.faults.map(({ id, fault, applied }) => {
    const row = make('li');
    row.append(make('span', '', `${fault.kind} on ${fault.endpoint}, ${applied} times so far`), act('Stop', () => call('DELETE', `/faults/${id}`)));
    return row;
  });
  if (!rows.length) rows.push(make('li', '', 'Nothing: the platform behaves.'));
  $('faults').replaceChildren(...rows);
}

let pending = false;
async function refresh() {
  if (pending) return;
  pending = true;
  await new Promise(done => setTimeout(done, 80));
  pending = false;
  try {
    state = await call('GET', '/state');
  } catch {
    return;
  }
  fill($('buyer'), state.users.filter(u => !u.seller).map(u => ({ value: String(u.id), text: `${u.nickname} (${u.siteId})` })));
  fill($('item'), state.items.map(i => ({ value: i.id, text: `${i.title} · ${i.siteId}` })));
  showListing();
  showQuestions();
  showSales();
  showClaims();
  showFaults();
}

function follow() {
  const source = new EventSource('/_control/happenings/stream?after=' + seen);
  source.onopen = () => { $('link').textContent = 'live'; refresh(); };
  source.onerror = () => { $('link').textContent = 'the Simulator does not answer; trying again…'; };
  source.onmessage = message => {
    const news = JSON.parse(message.data);
    seen = news.seq;
    const row = make('li');
    row.append(make('b', '', news.kind), document.createTextNode(' ' + (news.by ? `(${news.by}) ` : '') + news.text));
    $('feed').prepend(row);
    while ($('feed').children.length > 200) $('feed').lastChild.remove();
    refresh();
  };
}

$('ask').addEventListener('submit', async event => {
  event.preventDefault();
  try {
    await call('POST', '/questions', { buyer: Number($('buyer').value), item: $('item').value, text: $('text').value });
    $('text').value = '';
    $('said').textContent = '';
  } catch (error) {
    $('said').textContent = error.message;
  }
  refresh();
});
$('text').addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    $('ask').requestSubmit();
  }
});
$('item').addEventListener('change', showListing);
$('show').addEventListener('change', showQuestions);
$('buyer').addEventListener('change', showQuestions);
// It is in the script that follows this one.
$('buyer').addEventListener('change', () => showSales());
$('trouble').append(...troubles.map(([label, fault]) => act(label, () => call('POST', '/faults', fault))), act('Stop all trouble', () => call('DELETE', '/faults')));
// After every script is there: sales.js draws its part of the state.
window.addEventListener('DOMContentLoaded', () => {
  follow();
  refresh();
  setInterval(refresh, 4000);
});
