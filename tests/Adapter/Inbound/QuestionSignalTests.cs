using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Signals;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Inbound;

/// <summary>What happens to a hint whose question can't be had.</summary>
public sealed class QuestionSignalTests
{
    public static TheoryData<FaultKind> Passing => [FaultKind.TooManyRequests, FaultKind.ServerError, FaultKind.Reset, FaultKind.HtmlForbidden, FaultKind.TruncatedJson];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_read_that_fails_for_a_while_is_repeated_until_it_works(FaultKind kind)
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        route.World.AddFault(new Fault { Kind = kind, Endpoint = "GET /questions/*", Count = 3 });

        var question = await route.AskAsync("¿Hay stock?");

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Sí.");
    }

    [Theory]
    [InlineData("/items/MLA1")]
    [InlineData("/questions/../users/me")]
    [InlineData("//elsewhere.example/questions/1")]
    [InlineData("/questions/1%2f..%2f..")]
    public async Task A_resource_that_is_no_question_is_parked_and_nobody_is_asked(string resource)
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        var calls = route.World.Journal.Calls.Count;

        await route.Services.GetRequiredService<ISignalQueue>().SendAsync(new SignalHint(route.Seller.Id, "questions", resource, DateTimeOffset.UtcNow, "test"), default);
        await route.UntilAsync(async () => (await ParkedAsync(route)).Count == 1);

        (await ParkedAsync(route)).Single().Reason.Text.ShouldContain("can't be read");
        route.World.Journal.Calls.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task A_topic_that_nothing_reads_is_parked_with_what_to_do()
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));

        await route.Services.GetRequiredService<ISignalQueue>().SendAsync(new SignalHint(route.Seller.Id, "items", "/items/MLA1", DateTimeOffset.UtcNow, "test"), default);
        await route.UntilAsync(async () => (await ParkedAsync(route)).Count == 1);

        (await ParkedAsync(route)).Single().Reason.Text.ShouldContain("Unsubscribe");
    }

    [Fact]
    public async Task A_hint_for_an_account_that_is_not_linked_asks_nobody_and_leaves_nothing()
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        var question = route.World.Ask(route.Buyer.Id, route.Item.Id, "¿Hay stock?");
        var calls = route.World.Journal.Calls.Count;

        await route.Services.GetRequiredService<ISignalQueue>().SendAsync(new SignalHint(424242, "questions", $"/questions/{question.Id}", DateTimeOffset.UtcNow, "test"), default);
        var ours = await route.AskAsync("¿Y hoy?");
        await route.AnswerAsync(ours.Id);

        route.World.Journal.Calls.Skip(calls).ShouldAllBe(call => !call.Path.EndsWith($"/{question.Id}"));
        (await ParkedAsync(route)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_open_answer_whose_question_is_gone_is_refused_with_the_reason()
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        var question = route.World.Ask(route.Buyer.Id, route.Item.Id, "¿Hay stock?");
        route.World.PauseItem(route.Item.Id);
        await route.NoticeAsync(question.Id);
        await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Waiting);

        route.World.PurgeQuestion(question.Id);

        (await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Refused)).Reason.ShouldNotBeNull().Text.ShouldContain("gone");
    }

    private static Task<IReadOnlyList<Parked>> ParkedAsync(Route.Route route) => route.Services.GetRequiredService<IParkingStore>().ListAsync(null, 10, default);
}
