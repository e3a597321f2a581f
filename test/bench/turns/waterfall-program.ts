import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  type TurnContext,
} from 'botbuilder';
import restify from 'restify';
import { type DialogModule, fromPeers, type WaterfallStep } from './peers.ts';

/** A waterfall of five questions in French as the documentation of botbuilder-dialogs shows one; its state is in memory. */
const { DialogSet, WaterfallDialog, ChoicePrompt, ConfirmPrompt, NumberPrompt, TextPrompt } =
  fromPeers<DialogModule>('botbuilder-dialogs');
const locale = 'fr-fr';
const state = new ConversationState(new MemoryStorage());
const dialogs = new DialogSet(state.createProperty('dialog'));
dialogs.add(new ChoicePrompt('choice', undefined, locale));
dialogs.add(new NumberPrompt('number', undefined, locale));
dialogs.add(new ConfirmPrompt('confirm', undefined, locale));
dialogs.add(new TextPrompt('text'));
const ask =
  (prompt: string, question: string, choices?: readonly string[]): WaterfallStep =>
  (step) =>
    step.prompt(prompt, { prompt: question, retryPrompt: question, ...(choices && { choices }) });
dialogs.add(
  new WaterfallDialog('questions', [
    ask('choice', 'Comment vous déplacez-vous le plus souvent ?', ['À pied', 'En voiture', 'En bus']),
    ask('number', 'Combien de fois par semaine ?'),
    ask('number', 'De 1 à 5, à quel point est-ce facile ?'),
    ask('confirm', 'Souhaitez-vous que cela change ?'),
    ask('text', 'Qu’est-ce qui vous manque le plus ?'),
    async (step) => {
      await step.context.sendActivity('Merci.');
      return step.endDialog();
    },
  ]),
);

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (req, res) => {
  await adapter.process(req as never, res, async (context: TurnContext) => {
    const dialog = await dialogs.createContext(context);
    await dialog.continueDialog();
    if (!context.responded) await dialog.beginDialog('questions');
    await state.saveChanges(context);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
