// Turns a second of the stock SDK in this process: state in MemoryStorage, nothing durable.
// Each line on standard input names a bot and a number of turns to run; each is answered by one line of JSON.
const { BotAdapter, ConversationState, MemoryStorage, TurnContext } = require('botbuilder');
const { DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } = require('botbuilder-dialogs');

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

const dialogs = new DialogSet(state.createProperty('dialog'));
dialogs.add(new WaterfallDialog('size', [
  async (step) => step.prompt('text', { prompt: '¿Qué medida necesitas?' }),
  async (step) => {
    await step.context.sendActivity(`La medida ${step.result} está disponible.`);
    return step.endDialog();
  },
]));
dialogs.add(new TextPrompt('text'));

const dialog = async (context) => {
  const current = await dialogs.createContext(context);
  if ((await current.continueDialog()).status === DialogTurnStatus.empty) await current.beginDialog('size');
  await state.saveChanges(context);
};

const echo = async (context) => {
  const count = await counter.get(context, { asked: 0 });
  count.asked++;
  await context.sendActivity(`eco ${context.activity.text}`);
  await state.saveChanges(context);
};

async function run(bot, turns) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < turns; i++) await adapter.runMiddleware(new TurnContext(adapter, question(i)), bot);
  return turns / (Number(process.hrtime.bigint() - start) / 1e9);
}

require('readline').createInterface({ input: process.stdin }).on('line', async (line) => {
  const [name, turns] = line.split(' ');
  console.log(JSON.stringify({ turnsPerSecond: await run({ dialog, echo }[name], Number(turns)) }));
});
console.log('ready');
