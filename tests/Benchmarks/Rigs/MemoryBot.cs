using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace MeliBot.Benchmarks.Rigs;

/// <summary>Bots without durability: state in memory, replies dropped. The C# twin of the npm peer.</summary>
internal sealed class MemoryBot
{
    private const int Conversations = 1000;

    private readonly SilentAdapter _adapter = new();
    private readonly ConversationState _state = new(new MemoryStorage());
    private readonly DialogSet _dialogs;
    private readonly EchoBot _echo;

    public MemoryBot()
    {
        _echo = new EchoBot(_state);
        _dialogs = new DialogSet(_state.CreateProperty<DialogState>("dialog"));
        _dialogs.Add(new WaterfallDialog("size",
        [
            async (step, ct) => await step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("¿Qué medida necesitas?") }, ct),
            async (step, ct) =>
            {
                await step.Context.SendActivityAsync($"La medida {step.Result} está disponible.", cancellationToken: ct);
                return await step.EndDialogAsync(cancellationToken: ct);
            },
        ]));
        _dialogs.Add(new TextPrompt("text"));
    }

    /// <summary>One waterfall of two steps with a prompt between them, in every conversation by turns.</summary>
    public async Task DialogsAsync(int turns)
    {
        for (var i = 0; i < turns; i++)
        {
            using var context = new TurnContext(_adapter, Question(i));
            await _adapter.RunAsync(context, async (turn, ct) =>
            {
                var dialog = await _dialogs.CreateContextAsync(turn, ct);
                if ((await dialog.ContinueDialogAsync(ct)).Status == DialogTurnStatus.Empty)
                    await dialog.BeginDialogAsync("size", null, ct);
                await _state.SaveChangesAsync(turn, force: false, ct);
            });
        }
    }

    public async Task EchoesAsync(int turns)
    {
        for (var i = 0; i < turns; i++)
        {
            using var context = new TurnContext(_adapter, Question(i));
            await _adapter.RunAsync(context, _echo.OnTurnAsync);
        }
    }

    private static Activity Question(int number) => new()
    {
        Type = ActivityTypes.Message,
        Id = $"{number}",
        Text = $"hola {number}",
        ChannelId = "mercadolibre",
        Conversation = new ConversationAccount { Id = $"c{number % Conversations}" },
        From = new ChannelAccount { Id = $"u{number}" },
        Recipient = new ChannelAccount { Id = "bot" },
        ServiceUrl = "https://localhost",
    };

    private sealed class SilentAdapter : BotAdapter
    {
        public Task RunAsync(ITurnContext context, BotCallbackHandler bot) => RunPipelineAsync(context, bot, default);

        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
            Task.FromResult(activities.Select((_, i) => new ResourceResponse($"{i}")).ToArray());

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) => Task.FromResult(new ResourceResponse());

        public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
