using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Turns;

public sealed class DialogTests
{
    [Fact]
    public async Task A_prompt_is_said_as_part_of_the_answer_and_the_next_question_continues_the_dialog()
    {
        await using var route = await Route.Route.StartAsync(services => new DialogBot(services.GetRequiredService<ConversationState>()));
        var first = await route.AskAsync("¿Me sirve?");
        (await route.AnswerAsync(first.Id)).Text.ShouldBe("Con gusto. ¿Qué medida necesitas?");

        var second = await route.AskAsync("42");

        (await route.AnswerAsync(second.Id)).Text.ShouldBe("La medida 42 está disponible.");
    }

    [Fact]
    public async Task Another_buyer_of_the_same_item_begins_his_own_dialog()
    {
        await using var route = await Route.Route.StartAsync(services => new DialogBot(services.GetRequiredService<ConversationState>()));
        await route.AnswerAsync((await route.AskAsync("¿Me sirve?")).Id);

        var other = await route.AskAsync("42", route.World.CreateBuyer());

        (await route.AnswerAsync(other.Id)).Text.ShouldBe("Con gusto. ¿Qué medida necesitas?");
    }

    private sealed class DialogBot : IBot
    {
        private readonly ConversationState _state;
        private readonly WaterfallDialog _dialog;

        public DialogBot(ConversationState state)
        {
            _state = state;
            _dialog = new WaterfallDialog("size",
            [
                async (step, ct) =>
                {
                    await step.Context.SendActivityAsync("Con gusto.", cancellationToken: ct);
                    return await step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("¿Qué medida necesitas?") }, ct);
                },
                async (step, ct) =>
                {
                    await step.Context.SendActivityAsync($"La medida {step.Result} está disponible.", cancellationToken: ct);
                    return await step.EndDialogAsync(cancellationToken: ct);
                },
            ]);
        }

        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            if (turnContext.Activity.Type != ActivityTypes.Message)
                return;
            var dialogs = new DialogSet(_state.CreateProperty<DialogState>("dialog"));
            dialogs.Add(_dialog);
            dialogs.Add(new TextPrompt("text"));
            var context = await dialogs.CreateContextAsync(turnContext, cancellationToken);
            if ((await context.ContinueDialogAsync(cancellationToken)).Status == DialogTurnStatus.Empty)
                await context.BeginDialogAsync("size", null, cancellationToken);
            await _state.SaveChangesAsync(turnContext, force: false, cancellationToken);
        }
    }
}
