// Turns a second of the stock SDK in this process: state in MemoryStorage, nothing durable.
// Each line on standard input is a number of turns to run; each is answered by one line of JSON.
const { BotAdapter, ConversationState, MemoryStorage, TurnContext } = require('botbuilder');

const CONVERSATIONS = 1000;

class SilentAdapter extends BotAdapter {
  async sendActivities(context, activities) { return activities.map((_, i) => ({ id: String(i) })); }
  async updateActivity() {}
  async deleteActivity() {}
  async continueConversation() {}
}

const adapter = new SilentAdapter();
const state = new ConversationState(new MemoryStorage());
const counter = state.createProperty('count');

const question = (i) => ({
  type: 'message',
  id: String(i),
  text: `hola ${i}`,
  channelId: 'mercadolibre',
  conversation: { id: `c${i % CONVERSATIONS}` },
  from: { id: `u${i}` },
  recipient: { id: 'bot' },
  serviceUrl: 'https://localhost',
});

const bot = async (context) => {
  const count = await counter.get(context, { asked: 0 });
  count.asked++;
  await context.sendActivity(`eco ${context.activity.text}`);
  await state.saveChanges(context);
};

async function run(turns) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < turns; i++) await adapter.runMiddleware(new TurnContext(adapter, question(i)), bot);
  return turns / (Number(process.hrtime.bigint() - start) / 1e9);
}

require('readline').createInterface({ input: process.stdin }).on('line', async (line) => {
  console.log(JSON.stringify({ turnsPerSecond: await run(Number(line)) }));
});
console.log('ready');
