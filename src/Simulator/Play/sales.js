'use strict';

// The buyer after the sale: buys, pays, cancels, writes and attaches. Claims are in claims.js. Texts reach the page through textContent only.
const blocks = ['by-order', 'none', 'blocked_by_time', 'blocked_by_buyer', 'blocked_by_mediation', 'blocked_by_refund', 'blocked_by_conversation_initiated_by_seller',
  'blocked_by_message_pending_review', 'blocked_by_restrictions', 'blocked_by_something_new'];

const moves = [['ready_to_ship', 'ready_to_print'], ['shipped', null], ['shipped', 'out_for_delivery'], ['shipped', 'receiver_absent'], ['shipped', 'delayed'],
  ['delivered', null], ['not_delivered', 'returning_to_sender'], ['not_delivered', 'lost']];

const words = new Map();

function choose(label, options, work) {
  const select = make('select');
  select.setAttribute('aria-label', label);
  select.append(new Option(label, ''), ...options.map(([text, value]) => new Option(text, value)));
  select.addEventListener('change', async () => {
    try {
      if (select.value) await work(select.value);
      $('said').textContent = '';
    } catch (error) {
      $('said').textContent = error.message;
    }
    select.value = '';
    refresh();
  });
  return select;
}

async function upload(pack, file) {
  const response = await fetch(`/_control/threads/${pack}/files?name=${encodeURIComponent(file.name)}`, { method: 'POST', headers: { 'Content-Type': file.type || 'application/octet-stream' }, body: file });
  const reply = await response.json();
  if (!response.ok) throw new Error(reply.message);
  return reply.id;
}

function chat(thread) {
  const list = make('ol', 'chat');
  for (const message of thread.messages) {
    const row = make('li', `${message.fromSeller ? 'seller' : 'buyer'}${message.status === 'available' ? '' : ' moderated'}`);
    const by = message.by.startsWith('app:') ? 'bot' : message.by;
    row.append(make('div', 'said-by', `${by}, ${time(message.created)}${message.reason ? ' · ' + message.reason : ''}${message.read ? ' · read' : ''}`), make('div', '', message.text));
    for (const file of message.files) row.append(make('div', 'said-by', `${file.name}, ${file.size} bytes`));
    list.append(row);
  }
  return list;
}

function saleNode(thread) {
  const orders = state.orders.filter(order => String(order.conversation) === String(thread.pack));
  const shipments = state.shipments.filter(shipment => orders.some(order => String(order.shipmentId) === String(shipment.id)));
  const node = make('li');
  node.dataset.id = thread.pack;
  for (const order of orders) {
    const top = make('div', 'top');
    top.append(
      make('span', '', byId(state.users, order.buyerId)?.nickname ?? order.buyerId),
      make('span', '', `${order.quantity} × ${order.title}`),
      make('span', '', `order ${order.id}`),
      make('span', 'status ' + order.status, order.status));
    node.append(top);
    const acts = make('div', 'acts');
    if (order.status === 'payment_required') acts.append(act('Start payment', () => call('POST', `/orders/${order.id}/start-payment`)));
    if (order.status === 'payment_required' || order.status === 'payment_in_process') acts.append(act('Pay', () => call('POST', `/orders/${order.id}/pay`)));
    if (order.status !== 'cancelled') acts.append(act('Cancel', () => call('POST', `/orders/${order.id}/cancel`, { by: 'buyer' })));
    acts.append(act('Fraud risk', () => call('POST', `/orders/${order.id}/tag`, { tag: 'fraud_risk_detected' })));
    node.append(acts, claimOpener(order));
  }
  for (const shipment of shipments) {
    const row = make('div', 'acts');
    row.append(
      make('span', 'said-by', `shipment ${shipment.status}${shipment.substatus ? '/' + shipment.substatus : ''}${shipment.tracking ? ', ' + shipment.tracking : ''}`),
      choose('Move the shipment…', moves.map(([status, sub]) => [sub ? `${status}/${sub}` : status, JSON.stringify([status, sub])]), value => {
        const [status, substatus] = JSON.parse(value);
        return call('POST', `/shipments/${shipment.id}/move`, { status, substatus });
      }));
    node.append(row);
  }
  if (thread.block) node.append(make('div', 'blocked', `The seller can't write: ${thread.block}`));
  node.append(chat(thread));

  const acts = make('div', 'acts');
  const input = make('input');
  input.type = 'text';
  input.maxLength = 3500;
  input.value = words.get(thread.pack) ?? '';
  input.placeholder = 'Write';
  input.setAttribute('aria-label', 'Message');
  input.addEventListener('input', () => words.set(thread.pack, input.value));
  const file = make('input');
  file.type = 'file';
  file.setAttribute('aria-label', 'File');
  const write = async path => {
    const files = [];
    if (path === 'write' && file.files.length) files.push(await upload(thread.pack, file.files[0]));
    await call('POST', `/threads/${thread.pack}/${path}`, { text: input.value, files });
    words.delete(thread.pack);
  };
  acts.append(
    input,
    file,
    act('Write as the buyer', () => write('write')),
    act('Seller writes elsewhere', () => write('write-elsewhere')),
    act('Buyer reads', () => call('POST', `/threads/${thread.pack}/read`)),
    choose('Block…', blocks.map(block => [block, block]), block => call('PATCH', `/threads/${thread.pack}`, { block })));
  node.append(acts);
  return node;
}

function showSales() {
  $('sales-count').textContent = state.threads.length ? `· ${state.threads.length}` : '';
  const active = document.activeElement;
  const focused = active?.closest?.('#sales li[data-id]')?.dataset.id;
  const writing = focused && (words.get(Number(focused)) || active.type === 'file' || active.tagName === 'SELECT');
  const old = new Map([...$('sales').children].map(n => [n.dataset.id, n]));
  const nodes = state.threads.slice().reverse().map(thread => {
    const orders = state.orders.filter(order => String(order.conversation) === String(thread.pack));
    const look = JSON.stringify([thread, orders, state.shipments.filter(s => orders.some(o => o.shipmentId === s.id))]);
    const kept = old.get(String(thread.pack));
    // What somebody is writing in stays as it is.
    if (kept && (kept.dataset.look === look || (writing && focused === kept.dataset.id))) return kept;
    const node = saleNode(thread);
    node.dataset.look = look;
    return node;
  });
  if (!nodes.length) nodes.push(make('li', 'empty', 'Nothing sold yet. Buy something.'));
  const same = nodes.length === $('sales').children.length && nodes.every((n, i) => n === $('sales').children[i]);
  if (!same) $('sales').replaceChildren(...nodes);
}

const buy = async pay => {
  try {
    await call('POST', '/orders', { buyerId: Number($('buyer').value), lines: [{ itemId: $('item').value }], pay, agent: $('agent').checked });
    $('said').textContent = '';
  } catch (error) {
    $('said').textContent = error.message;
  }
  refresh();
};
$('buy').addEventListener('click', () => buy(true));
$('buy-unpaid').addEventListener('click', () => buy(false));
