using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Claims.Chronicle;
using MeliBot.Adapter.Claims.Writing;
using MeliBot.Adapter.Policy;
using MeliBot.Adapter.Tests.Route;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Simulator;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Tests.Claims;

/// <summary>From a claim that somebody opens to what is said and kept of it.</summary>
public sealed class ClaimRouteTests
{
    [Fact]
    public async Task A_claim_becomes_a_conversation_of_its_own_that_knows_its_sale()
    {
        Activity? seen = null;
        await using var claim = await ClaimRoute.StartAsync(
            (turn, _) =>
            {
                seen ??= turn.Activity;
                return Task.CompletedTask;
            },
            wish => wish with { Text = "No enciende." });

        var snapshot = await claim.UntilAsync(now => now.Activities.Any(entry => entry.Id.Contains(":claim-message:", StringComparison.Ordinal)));
        await claim.RecordAsync();

        (seen!.Type, seen.Text, seen.Conversation.Id, seen.Conversation.ConversationType, seen.Locale).ShouldBe((ActivityTypes.Message, "No enciende.", claim.Conversation.Id, "claims", "es-AR"));
        ((JObject)seen.ChannelData)["events"]!.Values<string>().ShouldContain(ClaimEventNames.Opened);
        seen.From.Id.ShouldBe($"{claim.Seller}:{claim.Route.Buyer.Id}");
        snapshot.Activities.Select(ClaimRoute.Name).ShouldContain(ClaimEventNames.Opened);
        snapshot.Activities.Select(ClaimRoute.Name).ShouldContain(ClaimEventNames.ActionRequired);
        var kept = await claim.KeptAsync();
        kept.Sale.ShouldBe(new ClaimSale(claim.Order.Id, claim.Order.Conversation));
        kept.Mandatory!.Action.Value.ShouldBe("send_message_to_complainant");
        kept.DueAt!.Value.ShouldBe(claim.World.Claims.Find(claim.Id)!.Mandate!.Due, TimeSpan.FromSeconds(1));
        (kept.Detail!.Title.ShouldNotBeNull(), kept.Reason.ShouldNotBeNull().Id).Item2.ShouldBe("PDD9939");
        (await claim.Get<ClaimStore>().OfSaleAsync(claim.Seller, claim.Order.Conversation, default)).ShouldHaveSingleItem().Id.ShouldBe(claim.Id);
    }

    [Fact]
    public async Task What_the_bot_says_goes_to_the_complainant_once_and_is_known_as_its_own()
    {
        await using var claim = await ClaimRoute.StartAsync(Bots.Say("Lamentamos lo ocurrido, lo estamos revisando."), wish => wish with { Text = "No enciende." }, Auto);

        (await claim.SaidAsync(1)).ShouldBe(["Lamentamos lo ocurrido, lo estamos revisando."]);
        await claim.SettleAsync();

        claim.Said().Count.ShouldBe(1);
        var snapshot = await claim.LoadAsync();
        snapshot.Effects.ShouldHaveSingleItem().State.ShouldBe(EffectState.Sent);
        ClaimRoute.Data(snapshot.Activities.Single(entry => entry.Role == ActivityRole.Outgoing))["by"]!.Value<string>().ShouldBe("bot");
        (await claim.EventsAsync()).Select(happened => happened.Name).ShouldContain(ClaimEventKinds.BotReplied);
    }

    [Fact]
    public async Task In_a_dispute_a_text_goes_to_the_mediator_alone()
    {
        await using var claim = await ClaimRoute.StartAsync(
            async (turn, cancellationToken) =>
            {
                if (turn.Activity.ChannelData is JObject data && data["events"]?.Values<string>().Contains(ClaimEventNames.StageChanged) == true)
                    await turn.SendActivityAsync("Enviamos el comprobante de entrega.", cancellationToken: cancellationToken);
            },
            wish => wish with { Text = "No enciende." },
            Auto);
        await claim.RecordAsync();

        claim.World.Claims.Dispute(claim.Id);

        await claim.SaidAsync(1);
        claim.World.Claims.Find(claim.Id)!.Messages.Single(message => message.Sender == ClaimRoles.Respondent).Receiver.ShouldBe(ClaimRoles.Mediator);
        await claim.SettleAsync();
        claim.World.Journal.Refused(EffectKinds.ClaimMessage).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_for_the_buyer_is_never_sent_to_the_mediator()
    {
        await using var claim = await ClaimRoute.StartAsync(Bots.Say("Hola, lo revisamos."), wish => wish with { Text = "No enciende." }, services => services.Configure<PolicyOptions>(options => options.Kinds["claims"] = Mode.Draft));
        await claim.UntilAsync(now => now.Version > 0);
        await claim.RecordAsync();
        var draft = (await claim.Get<IDraftStore>().OpenAsync(claim.Seller, 10, default)).ShouldHaveSingleItem();

        claim.World.Claims.Dispute(claim.Id);
        await claim.KeptAsync(now => now.Claim.Stage == MercadoLibre.ClaimStage.Dispute);
        await claim.Get<IDraftStore>().ApproveAsync(draft.Id, "ana", DateTimeOffset.UtcNow, default);

        var slot = await claim.SlotAsync(ClaimMessagePayload.Kind, slot => slot.State is EffectState.Refused or EffectState.Sent);
        slot.State.ShouldBe(EffectState.Refused);
        slot.Reason!.Code.ShouldBe("claim.receiver-changed");
        claim.Said().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_that_got_lost_is_found_in_the_claim_and_not_written_twice()
    {
        await using var claim = await ClaimRoute.StartAsync(Bots.Say("Lo revisamos hoy."), wish => wish with { Text = "No enciende." }, Auto, notices: false);
        claim.World.AddFault(new Fault { Kind = FaultKind.ResetAfter, Endpoint = "POST /post-purchase/v1/claims/*", Count = 1 });

        await claim.LookAsync();

        await claim.UntilAsync(now => now.Effects is [{ State: EffectState.Sent }]);
        claim.Said().ShouldBe(["Lo revisamos hoy."]);
    }

    [Fact]
    public async Task What_the_seller_writes_on_the_site_is_shown_as_written_elsewhere_and_silences_the_bot()
    {
        var runs = 0;
        await using var claim = await ClaimRoute.StartAsync(
            (_, _) =>
            {
                runs++;
                return Task.CompletedTask;
            },
            wish => wish with { Text = "No enciende." },
            notices: false);
        claim.World.Claims.Talk.WriteElsewhere(claim.Id, "Ya te mandamos otro.");

        await claim.LookAsync();

        var snapshot = await claim.UntilAsync(now => now.Activities.Any(entry => entry.Role == ActivityRole.Outgoing));
        ClaimRoute.Data(snapshot.Activities.Single(entry => entry.Role == ActivityRole.Outgoing))["by"]!.Value<string>().ShouldBe("elsewhere");
        await claim.SettleAsync();
        runs.ShouldBe(0);
    }

    [Fact]
    public async Task A_mediators_html_is_read_as_words()
    {
        await using var claim = await ClaimRoute.StartAsync(Silent, wish => wish with { Text = "No enciende." });
        claim.World.Claims.Dispute(claim.Id);
        claim.World.Claims.Talk.Write(claim.Id, ClaimRoles.Mediator, "<p>Hola <b>vendedor</b></p><script>alert(1)</script>");

        var snapshot = await claim.UntilAsync(now => now.Activities.Any(entry => ClaimRoute.Text(entry)?.Contains("vendedor", StringComparison.Ordinal) == true));

        ClaimRoute.Text(snapshot.Activities.First(entry => ClaimRoute.Text(entry)?.Contains("vendedor", StringComparison.Ordinal) == true))!.ShouldNotContain("<");
    }

    [Fact]
    public async Task A_claim_of_a_type_and_stage_never_seen_without_reason_is_kept_and_shown()
    {
        await using var claim = await ClaimRoute.StartAsync(Silent, wish => wish with { Type = "teleport", Stage = "limbo", NoReason = true, NoMandate = true });

        var kept = await claim.KeptAsync();

        (kept.Claim.Type.Value, kept.Claim.Stage.Value, kept.Reason, kept.Receiver).ShouldBe(("teleport", "limbo", null, null));
        (await claim.RecordAsync()).Decision.ShouldBe("hold");
    }

    [Fact]
    public async Task A_claim_about_an_order_that_nobody_knows_is_kept_without_a_sale()
    {
        await using var claim = await ClaimRoute.StartAsync(Silent, wish => wish with { ResourceId = 2000017777777777 }, notices: false);

        await claim.LookAsync();

        (await claim.KeptAsync()).Sale.ShouldBeNull();
    }

    [Fact]
    public async Task A_closed_claim_that_opens_again_is_told_to_the_bot_as_reopened()
    {
        var events = new List<string?>();
        await using var claim = await ClaimRoute.StartAsync((turn, _) =>
        {
            lock (events) events.Add(turn.Activity.Name);
            return Task.CompletedTask;
        });
        await claim.RecordAsync();
        claim.World.Claims.Close(claim.Id, ResolutionReasons.PaymentRefunded);
        await claim.KeptAsync(now => !now.IsOpen);

        claim.World.Claims.Reopen(claim.Id);

        await claim.UntilAsync(now => now.Activities.Any(entry => ClaimRoute.Name(entry) == ClaimEventNames.Reopened));
        (await claim.EventsAsync()).Select(happened => happened.Name).ShouldContain(ClaimEventKinds.Closed);
    }

    [Fact]
    public async Task Looking_again_and_again_adds_nothing()
    {
        await using var claim = await ClaimRoute.StartAsync(Silent, wish => wish with { Text = "No enciende.", Hashless = true }, notices: false);
        await claim.LookAsync();
        await claim.RecordAsync();
        await claim.SettleAsync();
        var (before, events, looks) = (await claim.LoadAsync(), await claim.EventsAsync(), (await claim.KeptAsync()).Looks);

        // What the bot decided meanwhile is one more look, and no more.
        for (var i = 0; i < 3; i++)
        {
            await claim.LookAsync();
            await claim.SettleAsync();
        }

        (await claim.LoadAsync()).Activities.Select(entry => entry.Id).ShouldBe(before.Activities.Select(entry => entry.Id));
        (await claim.KeptAsync()).Looks.ShouldBeLessThanOrEqualTo(looks + 1);
        (await claim.EventsAsync()).Select(happened => happened.Id).Except(events.Select(happened => happened.Id)).ShouldAllBe(id => id.StartsWith("decision/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_record_made_again_from_the_raw_looks_is_the_same()
    {
        await using var claim = await ClaimRoute.StartAsync(Bots.Say("Lo revisamos."), wish => wish with { Text = "No enciende." }, Auto);
        await claim.SaidAsync(1);
        claim.World.Claims.Talk.Write(claim.Id, ClaimRoles.Complainant, "¿Y?");
        claim.World.Claims.Dispute(claim.Id);
        claim.World.Claims.Close(claim.Id, ResolutionReasons.CoverageDecision, coverage: true);
        await claim.KeptAsync(now => !now.IsOpen);
        await claim.SettleAsync();

        var stored = await claim.EventsAsync();
        var again = await claim.Get<ClaimRecord>().RebuildAsync(claim.Seller, claim.Id, default);

        again.OrderBy(happened => happened.Id, StringComparer.Ordinal).ShouldBe(stored.OrderBy(happened => happened.Id, StringComparer.Ordinal));
        stored.Select(happened => happened.Name).ShouldBeSubsetOf([.. typeof(ClaimEventKinds).GetFields().Select(field => (string)field.GetRawConstantValue()!)]);
        stored.Select(happened => happened.Name).ShouldContain(ClaimEventKinds.Resolved);
        stored.Select(happened => happened.Name).ShouldContain(ClaimEventKinds.MandatoryMet);
    }

    private static Task Silent(Microsoft.Bot.Builder.ITurnContext turn, CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Auto(IServiceCollection services) => services.Configure<PolicyOptions>(options => options.Kinds["claims"] = Mode.Auto);
}
