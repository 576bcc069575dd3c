using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Parking;
using MeliBot.Simulator;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Turns;

public sealed class FailureTests
{
    [Fact]
    public async Task A_bot_that_throws_five_times_is_given_up_and_the_question_goes_to_a_person()
    {
        var tries = 0;
        await using var route = await Route.Route.StartAsync(async (turn, ct) =>
        {
            tries++;
            await turn.SendActivityAsync("A medias.", cancellationToken: ct);
            throw new InvalidOperationException("roto");
        });

        var question = await route.AskAsync("¿Hay stock?");
        await route.UntilAsync(snapshot => snapshot.Activities.Any(entry => entry.Turn == ActivityTurn.Parked));

        tries.ShouldBe(5);
        (await route.LoadAsync()).Owner.ShouldBe(Owner.Waiting);
        var parked = (await route.Services.GetRequiredService<IParkingStore>().ListAsync(route.Seller.Id, 10, default)).ShouldHaveSingleItem();
        parked.Kind.ShouldBe(ParkedKind.Turn);
        parked.Key.ShouldBe(QuestionKeys.Activity(route.Seller.Id, question.Id));
        parked.Reason.Text.ShouldContain("failed 5 times");
        route.World.Journal.Accepted(EffectKinds.Answer).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_error_handler_sends_is_never_published_and_the_try_counts_as_failed()
    {
        var (handled, tries) = (0, 0);
        await using var route = await Route.Route.StartAsync(async (turn, ct) =>
        {
            if (turn.Activity.Type == ActivityTypes.Message && ++tries < 3)
                throw new InvalidOperationException("roto");
            await turn.SendActivityAsync("Sí.", cancellationToken: ct);
        });
        route.Adapter.OnTurnError = async (turn, exception) =>
        {
            handled++;
            await turn.SendActivityAsync($"Ups: {exception.Message}");
        };

        var question = await route.AskAsync("¿Hay stock?");

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Sí.");
        handled.ShouldBe(2);
        route.World.Journal.Accepted(EffectKinds.Answer).Count.ShouldBe(1);
    }

    [Fact]
    public async Task State_of_a_turn_that_threw_is_discarded()
    {
        var counts = new List<int>();
        await using var route = await Route.Route.StartAsync(services => new Counting(services.GetRequiredService<ConversationState>(), counts, failures: 2));

        var question = await route.AskAsync("¿Hay stock?");
        await route.AnswerAsync(question.Id);

        counts.ShouldBe([1, 1, 1]);
    }

    private sealed class Counting(ConversationState state, List<int> counts, int failures) : IBot
    {
        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            if (turnContext.Activity.Type != ActivityTypes.Message)
                return;
            var count = state.CreateProperty<Count>("count");
            var value = await count.GetAsync(turnContext, () => new Count(), cancellationToken);
            value.Value++;
            counts.Add(value.Value);
            await state.SaveChangesAsync(turnContext, force: false, cancellationToken);
            await turnContext.SendActivityAsync("Sí.", cancellationToken: cancellationToken);
            if (counts.Count <= failures)
                throw new InvalidOperationException("roto");
        }
    }

    private sealed class Count
    {
        public int Value { get; set; }
    }
}
