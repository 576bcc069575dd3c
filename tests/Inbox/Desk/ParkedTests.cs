using MeliBot.Adapter.Tests.Route;
using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Writing;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Inbox.Tests.Desk;

public sealed class ParkedTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_that_failed_too_often_stands_at_its_question_and_can_be_tried_again()
    {
        var broken = true;
        await using var route = await Route.StartAsync(
            (BotCallbackHandler)(async (turn, cancellationToken) =>
            {
                if (broken) throw new InvalidOperationException("no hay dialogo");
                await Bots.Say("Sí, hay.")(turn, cancellationToken);
            }),
            services => services.AddInbox(new ConfigurationBuilder().Build()));
        var asked = await route.AskAsync("¿Hay stock?");
        var desk = route.Services.GetRequiredService<ConversationDesk>();
        QuestionView? question = null;
        await route.UntilAsync(async () => (question = (await desk.ReadAsync(route.Conversation.Id, default)) is { Questions: [var first, ..] } ? first : null) is { State: QuestionState.Parked });

        var parked = question!.Parked.ShouldHaveSingleItem();
        parked.Reason.Code.ShouldBe("turn.failed-question");
        parked.Reason.Text.ShouldContain("no hay dialogo");
        parked.IsAnswer.ShouldBeFalse();

        broken = false;
        (await route.Services.GetRequiredService<AgentDesk>().ReplayAsync(parked.Id, Cancel)).IsDone.ShouldBeTrue();
        await route.UntilAsync(async () => (question = (await desk.ReadAsync(route.Conversation.Id, default))!.Questions[0]) is not { State: QuestionState.Parked });
        question!.Parked.ShouldBeEmpty();
        (await route.Services.GetRequiredService<AgentDesk>().ReplayAsync(parked.Id, Cancel)).Result.ShouldBe(WriteResult.TooLate);
        asked.Id.ShouldBe(question.Number);
    }
}
