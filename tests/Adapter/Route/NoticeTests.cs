using System.Net;
using System.Text;
using MeliBot.Delivery.Effects;
using MeliBot.Simulator;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Route;

/// <summary>From the platform's own notices, over sockets.</summary>
public sealed class NoticeTests
{
    [Fact]
    public async Task A_question_that_is_notified_gets_exactly_one_answer()
    {
        await using var route = await Route.StartAsync(Bots.Say("Sí."));
        route.Subscribe();

        var question = route.World.Ask(route.Buyer.Id, route.Item.Id, "¿Hay stock?");

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Sí.");
        await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Sent);
        route.World.Journal.AnswersAccepted(question.Id).ShouldBe(1);
        route.World.Journal.Refused(EffectKinds.Answer).ShouldBeEmpty();
        route.World.AllNotices.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Notices_that_are_repeated_shuffled_and_lost_change_only_when_an_answer_comes()
    {
        await using var route = await Route.StartAsync(Bots.Say("Sí."), sweeps: true);
        route.Subscribe();
        route.World.AddFault(new Fault { Kind = FaultKind.NoticeDuplicate, Endpoint = "questions", Copies = 3 });
        route.World.AddFault(new Fault { Kind = FaultKind.NoticeShuffle, Endpoint = "questions", Lag = TimeSpan.FromMilliseconds(300) });
        route.World.AddFault(new Fault { Kind = FaultKind.NoticeLoss, Endpoint = "questions", Probability = 0.4 });
        var buyers = Enumerable.Range(0, 6).Select(_ => route.World.CreateBuyer()).ToList();

        var asked = Enumerable.Range(0, 24).Select(i => route.World.Ask(buyers[i % 6].Id, route.Item.Id, $"¿pregunta {i}?")).ToList();
        foreach (var question in asked)
            await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Sent);

        asked.ShouldAllBe(question => route.World.Journal.AnswersAccepted(question.Id) == 1);
        route.World.Journal.Refused(EffectKinds.Answer).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_no_notice_arrives_polling_finds_the_question()
    {
        await using var route = await Route.StartAsync(Bots.Say("Sí."), sweeps: true);

        var question = route.World.Ask(route.Buyer.Id, route.Item.Id, "¿Hay stock?");

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Sí.");
    }

    [Fact]
    public async Task A_wrong_secret_finds_nothing_and_a_stranger_gets_the_same_200_and_leaves_nothing()
    {
        await using var route = await Route.StartAsync(Bots.Say("Sí."));
        var question = route.World.Ask(route.Buyer.Id, route.Item.Id, "¿Hay stock?");
        using var http = new HttpClient { BaseAddress = route.Address };

        (await PostAsync(http, "notifications/fedcba9876543210fedcba9876543210", route.Seller.Id, question.Id)).ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(http, $"notifications/{Route.Secret}", 424242, question.Id)).ShouldBe(HttpStatusCode.OK);

        route.World.Journal.Calls.Where(call => call.Path.StartsWith("/questions", StringComparison.Ordinal)).ShouldBeEmpty();
        (await route.SlotAsync(question.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task The_adapter_is_the_protocols_http_adapter_too()
    {
        await using var route = await Route.StartAsync(Bots.Say("Sí."));

        route.Services.GetRequiredService<IBotFrameworkHttpAdapter>().ShouldBeSameAs(route.Adapter);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, string path, long account, long question)
    {
        using var body = new StringContent($$"""{"resource":"/questions/{{question}}","user_id":{{account}},"topic":"questions"}""", Encoding.UTF8, "application/json");
        return (await http.PostAsync(new Uri(path, UriKind.Relative), body)).StatusCode;
    }
}
