using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Policy;
using MeliBot.Adapter.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Turns;

public sealed class RehearsalTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_rehearsed_turn_composes_guards_and_decides_as_a_real_one()
    {
        var trace = await RunAsync(new RehearsedQuestion { Text = "¿Hay stock?", At = At }, async (turn, ct) =>
        {
            await turn.SendActivityAsync("Sí, hay.", cancellationToken: ct);
            await turn.SendActivityAsync("Llámanos al 11 4567-8901.", cancellationToken: ct);
        });
        trace.Text.ShouldBe("Sí, hay. Llámanos al 11 4567-8901.");
        trace.Decision.ShouldBe("draft");
        trace.Reasons.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_bot_sees_the_question_as_it_would_be_asked()
    {
        await RunAsync(new RehearsedQuestion { Text = "Tem?", Account = 7, Item = "MLB9", Buyer = 5, BuyerName = "ANA", At = At }, (turn, _) =>
        {
            turn.Activity.Text.ShouldBe("Tem?");
            turn.Activity.Locale.ShouldBe("pt-BR");
            turn.Activity.Conversation.Id.ShouldBe("questions:7:MLB9:5");
            turn.Activity.From.Name.ShouldBe("ANA");
            turn.GetTurnClock().GetUtcNow().ShouldBe(At);
            QuestionChannelData.Of(turn.Activity)!.SiteId.ShouldBe("MLB");
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task State_goes_on_from_the_questions_before_and_ends_with_the_rehearsal()
    {
        using var services = Services();
        var count = services.GetRequiredService<ConversationState>().CreateProperty<List<string>>("asked");
        var rehearsal = services.GetRequiredService<TurnRehearsal>();
        Task<TurnTrace> Run() => rehearsal.RunAsync(new RehearsedQuestion { Text = "c", Before = ["a", "b"], At = At }, Bot, default);

        (await Run()).Text.ShouldBe("Oí a, b, c.");
        (await Run()).Text.ShouldBe("Oí a, b, c.");

        async Task Bot(ITurnContext turn, CancellationToken ct)
        {
            var asked = await count.GetAsync(turn, () => [], ct);
            asked.Add(turn.Activity.Text);
            await turn.SendActivityAsync($"Oí {string.Join(", ", asked)}.", cancellationToken: ct);
            turn.GetEarlierActivities().Select(a => a.Text).Where(text => text.Length == 1).ShouldBe(asked.SkipLast(1));
            await services.GetRequiredService<ConversationState>().SaveChangesAsync(turn, false, ct);
        }
    }

    [Fact]
    public async Task A_fixed_reply_of_the_policy_passes_the_guards_too()
    {
        static Task Bot(ITurnContext turn, CancellationToken ct) => turn.SendActivityAsync("Sí.", cancellationToken: ct);
        (await RunAsync(new RehearsedQuestion { Text = "?", At = At }, Bot, new Says("Cerramos a las 18."))).ShouldSatisfyAllConditions(
            trace => trace.Text.ShouldBe("Cerramos a las 18."),
            trace => trace.Decision.ShouldBe("send"));
        (await RunAsync(new RehearsedQuestion { Text = "?", At = At }, Bot, new Says("Escriba a tienda@correo.com."))).Decision.ShouldBe("draft");
    }

    [Fact]
    public async Task What_the_bot_throws_comes_out() =>
        await Should.ThrowAsync<InvalidTimeZoneException>(() => RunAsync(new RehearsedQuestion { Text = "?", At = At }, (_, _) => throw new InvalidTimeZoneException()));

    [Fact]
    public async Task Nothing_leads_from_a_rehearsal_to_a_real_conversation()
    {
        var failure = await Should.ThrowAsync<MercadoLibreChannelException>(() => RunAsync(new RehearsedQuestion { Text = "?", At = At }, (turn, ct) =>
            ((BotAdapter)turn.Adapter).ContinueConversationAsync("bot", turn.Activity.GetConversationReference(), (_, _) => Task.CompletedTask, ct)));
        failure.Message.ShouldContain("rehearsal");
    }

    private static async Task<TurnTrace> RunAsync(RehearsedQuestion question, BotCallbackHandler bot, IPolicy? policy = null)
    {
        using var services = Services(policy);
        return await services.GetRequiredService<TurnRehearsal>().RunAsync(question, bot, default);
    }

    private static ServiceProvider Services(IPolicy? policy = null)
    {
        var services = new ServiceCollection();
        if (policy is not null) services.AddSingleton(policy);
        return services.AddTurnRehearsal().BuildServiceProvider();
    }

    private sealed class Says(string text) : IPolicy
    {
        public ValueTask<Verdict> DecideAsync(PolicyRequest request, CancellationToken cancellationToken) => ValueTask.FromResult(new Verdict(Decision.Send, ["Fixed."]) { Instead = text });
    }
}
