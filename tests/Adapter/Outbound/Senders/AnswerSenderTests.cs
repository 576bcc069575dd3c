using MeliBot.Adapter.Inbound;
using MeliBot.Delivery;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Simulator;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Outbound.Senders;

/// <summary>The one answer, against everything that the platform is known to do to it.</summary>
public sealed class AnswerSenderTests
{
    public static TheoryData<FaultKind> AfterTheEffect => [FaultKind.ResetAfter, FaultKind.BadGatewayAfter, FaultKind.TruncatedJson, FaultKind.CutReply];

    public static TheoryData<FaultKind> BeforeTheEffect => [FaultKind.Reset, FaultKind.ServerError, FaultKind.HtmlForbidden, FaultKind.TooManyRequests];

    [Theory]
    [MemberData(nameof(AfterTheEffect))]
    public async Task An_answer_whose_reply_is_lost_is_read_back_and_never_posted_twice(FaultKind kind)
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        route.World.AddFault(new Fault { Kind = kind, Endpoint = "POST /answers", Count = 1 });

        var question = await route.AskAsync("¿Hay stock?");
        var slot = await route.UntilSlotAsync(question.Id, slot => slot.IsFinal);

        slot.State.ShouldBe(EffectState.Sent);
        route.World.Journal.Accepted(EffectKinds.Answer).Count.ShouldBe(1);
        route.World.Journal.Refused(EffectKinds.Answer).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(BeforeTheEffect))]
    public async Task An_answer_that_never_arrived_is_posted_again(FaultKind kind)
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        route.World.AddFault(new Fault { Kind = kind, Endpoint = "POST /answers", Count = 2 });

        var question = await route.AskAsync("¿Hay stock?");
        var slot = await route.UntilSlotAsync(question.Id, slot => slot.IsFinal);

        slot.State.ShouldBe(EffectState.Sent);
        route.World.Journal.Accepted(EffectKinds.Answer).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_outage_longer_than_five_tries_is_waited_out()
    {
        await using var route = await Route.Route.StartAsync(_ => new Route.DelegateBot(Route.Bots.Say("Sí.")), services => services.PostConfigure<DeliveryOptions>(options => options.RetryCap = TimeSpan.FromMilliseconds(60)));
        route.World.AddFault(new Fault { Kind = FaultKind.ServerError, Status = 502, Endpoint = "POST /answers", Count = 12 });

        var question = await route.AskAsync("¿Hay stock?");
        var slot = await route.UntilSlotAsync(question.Id, slot => slot.IsFinal || slot.State == EffectState.Parked);

        slot.State.ShouldBe(EffectState.Sent);
        route.World.Journal.Accepted(EffectKinds.Answer).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_outage_that_lasts_too_long_goes_to_a_person_after_five_tries()
    {
        await using var route = await Route.Route.StartAsync(_ => new Route.DelegateBot(Route.Bots.Say("Sí.")), services => services.PostConfigure<DeliveryOptions>(options => options.GiveUpAfter = TimeSpan.Zero));
        route.World.AddFault(new Fault { Kind = FaultKind.ServerError, Status = 502, Endpoint = "POST /answers" });

        var question = await route.AskAsync("¿Hay stock?");
        var slot = await route.UntilSlotAsync(question.Id, slot => slot.IsFinal || slot.State == EffectState.Parked);

        slot.State.ShouldBe(EffectState.Parked);
        slot.Reason.ShouldNotBeNull().Text.ShouldContain("5 tries");
        route.World.Journal.Calls.Count(call => call is { Method: "POST", Path: "/answers" }).ShouldBe(5);
    }

    [Fact]
    public async Task Posts_that_an_outage_kept_from_arriving_say_nothing_of_a_blacklist()
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        var question = route.World.Ask(route.Buyer.Id, route.Item.Id, "¿Hay stock?");
        route.World.AddFault(new Fault { Kind = FaultKind.ServerError, Status = 502, Endpoint = "POST /answers", Count = 3 });
        route.World.Blacklist(route.Seller.Id, route.Buyer.Id);

        await route.NoticeAsync(question.Id);
        var slot = await route.UntilSlotAsync(question.Id, slot => slot.State is EffectState.Refused or EffectState.Parked);

        slot.State.ShouldBe(EffectState.Refused);
        route.World.Journal.Refused(EffectKinds.Answer).Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_that_the_platform_applies_late_stands_once()
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        route.World.AddFault(new Fault { Kind = FaultKind.LateEffect, Endpoint = "POST /answers", Count = 1, Hold = TimeSpan.Zero, Lag = TimeSpan.FromMilliseconds(300) });

        var question = await route.AskAsync("¿Hay stock?");
        var slot = await route.UntilSlotAsync(question.Id, slot => slot.IsFinal);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await route.World.WaitUntilAsync(world => world.IsIdle, patience.Token);

        slot.State.ShouldBe(EffectState.Sent);
        route.World.Journal.Accepted(EffectKinds.Answer).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Too_many_calls_never_count_as_tries_and_the_wait_asked_for_is_kept()
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        route.World.AddFault(new Fault { Kind = FaultKind.TooManyRequests, Endpoint = "POST /answers", Count = 8, Form = TooManyRequestsForm.Empty });
        route.World.AddFault(new Fault { Kind = FaultKind.TooManyRequests, Endpoint = "POST /answers", Count = 1, RetryAfter = TimeSpan.FromSeconds(1) });

        var question = await route.AskAsync("¿Hay stock?");
        var slot = await route.UntilSlotAsync(question.Id, slot => slot.IsFinal || slot.State == EffectState.Parked);

        slot.State.ShouldBe(EffectState.Sent);
        route.World.Journal.Violations.Where(violation => violation.Kind == "retry-after-undercut").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_paused_listing_is_waited_for_and_answered_when_it_is_active_again()
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        var question = route.World.Ask(route.Buyer.Id, route.Item.Id, "¿Hay stock?");
        route.World.PauseItem(route.Item.Id);
        await route.NoticeAsync(question.Id);
        (await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Waiting)).Reason.ShouldNotBeNull().Text.ShouldContain("paused");

        route.World.ActivateItem(route.Item.Id);
        await route.NoticeAsync(question.Id);

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Sí.");
    }

    [Fact]
    public async Task A_question_under_review_is_waited_for()
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        var question = route.World.Ask(route.Buyer.Id, route.Item.Id, "¿Hay stock?");
        route.World.SetQuestionStatus(question.Id, QuestionStatuses.UnderReview);
        await route.NoticeAsync(question.Id);
        (await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Waiting)).Reason.ShouldNotBeNull().Text.ShouldContain("review");

        route.World.SetQuestionStatus(question.Id, QuestionStatuses.Unanswered);
        await route.NoticeAsync(question.Id);

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Sí.");
    }

    [Fact]
    public async Task A_blacklisted_asker_is_given_up_after_a_few_posts_and_goes_to_a_person()
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        var question = route.World.Ask(route.Buyer.Id, route.Item.Id, "¿Hay stock?");
        route.World.Blacklist(route.Seller.Id, route.Buyer.Id);

        await route.NoticeAsync(question.Id);
        var slot = await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Refused);
        await route.UntilAsync(snapshot => snapshot.Owner.Kind == OwnerKind.Waiting);

        slot.Reason.ShouldNotBeNull().Text.ShouldContain("blacklist");
        route.World.Journal.Refused(EffectKinds.Answer).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_bot_that_answers_every_refusal_is_bounded()
    {
        await using var route = await Route.Route.StartAsync((turn, ct) => turn.SendActivityAsync("Sí.", cancellationToken: ct));
        var question = route.World.Ask(route.Buyer.Id, route.Item.Id, "¿Hay stock?");
        route.World.Blacklist(route.Seller.Id, route.Buyer.Id);

        await route.NoticeAsync(question.Id);
        await route.UntilAsync(snapshot => snapshot.Owner.Kind == OwnerKind.Waiting);

        (await route.SlotAsync(question.Id))!.State.ShouldBe(EffectState.Refused);
        route.World.Journal.Refused(EffectKinds.Answer).Count.ShouldBeLessThanOrEqualTo(9);
    }

    [Fact]
    public async Task An_application_without_the_permission_parks_the_answer_and_says_what_to_do()
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."), application: new NewApplication { Communication = AccessLevel.Read });

        var question = await route.AskAsync("¿Hay stock?");

        var slot = await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Parked);
        slot.Reason.ShouldNotBeNull().Text.ShouldContain("developer centre");
    }

    [Fact]
    public async Task An_account_that_must_be_connected_again_waits_and_goes_on_when_it_is()
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        route.World.Revoke(route.Application.Id, route.Seller.Id);
        var question = await route.AskAsync("¿Hay stock?");
        await route.UntilReconnectAsync();

        await route.LinkAsync();

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Sí.");
    }

    [Fact]
    public async Task An_answer_that_is_banned_later_stays_sent_and_the_bot_is_told_once()
    {
        var events = new List<string>();
        await using var route = await Route.Route.StartAsync(async (turn, ct) =>
        {
            if (turn.Activity.Type == ActivityTypes.Event)
                events.Add(turn.Activity.Name);
            else
                await turn.SendActivityAsync("Sí, hay.", cancellationToken: ct);
        });
        var question = await route.AskAsync("¿Hay stock?");
        await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Sent);

        route.World.BanAnswer(question.Id);
        await route.NoticeAsync(question.Id);
        await route.UntilAsync(_ => events.Count > 0);
        await route.NoticeAsync(question.Id);
        var next = await route.AskAsync("¿Y hoy?");
        await route.AnswerAsync(next.Id);

        events.ShouldBe([MercadoLibreEvents.AnswerBanned]);
        (await route.SlotAsync(question.Id))!.State.ShouldBe(EffectState.Sent);
        var answer = ActivityJson.Read((await route.LoadAsync()).Activities.Single(entry => entry.Id == QuestionKeys.Answer(route.Seller.Id, question.Id)).Payload);
        answer.GetChannelData<QuestionChannelData>().Status.ShouldBe("BANNED");
        answer.Text.ShouldBe("Sí, hay.");
    }

    [Fact]
    public async Task A_question_deleted_while_the_bot_thinks_is_recorded_and_not_answered()
    {
        Route.Route? route = null;
        route = await Route.Route.StartAsync(async (turn, ct) =>
        {
            if (turn.Activity.Type != ActivityTypes.Message)
                return;
            route!.World.DeleteQuestion(route.World.AllQuestions[0].Id);
            await turn.SendActivityAsync("Sí.", cancellationToken: ct);
        });
        await using var _ = route;

        var question = await route.AskAsync("¿Hay stock?");

        (await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Refused)).Reason.ShouldNotBeNull().Text.ShouldContain("deleted");
        route.World.Journal.Effects.Where(effect => effect.Kind == EffectKinds.Answer).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_of_a_status_nobody_knows_is_kept_and_shown_and_left_to_a_person()
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Sí."));
        var question = route.World.Ask(route.Buyer.Id, route.Item.Id, "¿Hay stock?");
        route.World.SetQuestionStatus(question.Id, "EN_EL_LIMBO");

        await route.NoticeAsync(question.Id);
        await route.UntilAsync(async () => (await route.RecordsAsync()).Count == 1);

        var record = (await route.RecordsAsync()).Single();
        record.Decision.ShouldBe("draft");
        record.Payload.ShouldContain("EN_EL_LIMBO");
        QuestionChannelData.Of(ActivityJson.Read((await route.LoadAsync()).Activities[0].Payload))!.Status.ShouldBe("EN_EL_LIMBO");
    }
}
