using System.Security.Claims;
using MeliBot.Adapter.Claims.Actions;
using MeliBot.Adapter.Orders;
using MeliBot.Delivery.Effects;
using MeliBot.Inbox.Claims;
using MeliBot.Inbox.Pages.Claims;
using MeliBot.Inbox.People;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Inbox.Tests.Claims;

public sealed class ClaimDecisionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Money_moves_only_after_a_person_confirmed_what_was_shown_and_once()
    {
        await using var claim = await ClaimRoute.StartAsync();
        using var scope = claim.Get<IServiceScopeFactory>().CreateScope();
        var decisions = scope.ServiceProvider.GetRequiredService<ClaimDecisions>();
        var (offered, problem) = await decisions.OffersAsync(claim.Account, claim.Claim, Cancel);
        problem.ShouldBeNull();
        var refund = offered!.Actions.Single(offer => offer.Action == ClaimActionNames.Refund);
        refund.Amount.ShouldBe(claim.Order.Total);
        claim.World.Journal.MoneyActions($"{claim.Claim}").ShouldBeEmpty();

        var confirmation = Confirm(claim, offered, ClaimActionNames.Refund, decisions.NewConfirmation());
        (await decisions.ConfirmAsync(confirmation, Person(InboxRoles.Administrator), Cancel)).ShouldBeNull();
        var view = await claim.UntilAsync(view => view.Acts.Any(act => act.State == EffectState.Sent));
        await decisions.ConfirmAsync(confirmation, Person(InboxRoles.Administrator), Cancel);

        claim.World.Journal.MoneyActions($"{claim.Claim}").ShouldHaveSingleItem().Amount.ShouldBe(claim.Order.Total);
        view.Acts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            act => act.Action.ShouldBe(ClaimActionNames.Refund),
            act => act.Amount.ShouldBe(claim.Order.Total),
            act => act.By.ShouldBe("agent:ana"));
    }

    [Theory]
    [InlineData(InboxRoles.Agent)]
    [InlineData(InboxRoles.Viewer)]
    [InlineData(InboxRoles.Designer)]
    public async Task Who_has_no_limit_for_it_moves_nothing(string role)
    {
        await using var claim = await ClaimRoute.StartAsync();
        using var scope = claim.Get<IServiceScopeFactory>().CreateScope();
        var decisions = scope.ServiceProvider.GetRequiredService<ClaimDecisions>();
        var (offered, _) = await decisions.OffersAsync(claim.Account, claim.Claim, Cancel);

        (await decisions.ConfirmAsync(Confirm(claim, offered!, ClaimActionNames.Refund, "c-1"), Person(role), Cancel)).ShouldNotBeNull().Code.ShouldBe("claim.not-allowed");

        (await claim.ViewAsync()).Acts.ShouldBeEmpty();
        claim.World.Journal.MoneyActions($"{claim.Claim}").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_changed_since_it_was_shown_is_confirmed_anew()
    {
        await using var claim = await ClaimRoute.StartAsync();
        using var scope = claim.Get<IServiceScopeFactory>().CreateScope();
        var decisions = scope.ServiceProvider.GetRequiredService<ClaimDecisions>();
        var (offered, _) = await decisions.OffersAsync(claim.Account, claim.Claim, Cancel);
        claim.World.Claims.Dispute(claim.Claim);

        (await decisions.ConfirmAsync(Confirm(claim, offered!, ClaimActionNames.Refund, "c-1"), Person(InboxRoles.Administrator), Cancel)).ShouldNotBeNull().Code.ShouldBe("claim.changed");
        claim.World.Journal.MoneyActions($"{claim.Claim}").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_amount_that_isnt_the_one_that_was_shown_is_confirmed_anew()
    {
        await using var claim = await ClaimRoute.StartAsync();
        using var scope = claim.Get<IServiceScopeFactory>().CreateScope();
        var decisions = scope.ServiceProvider.GetRequiredService<ClaimDecisions>();
        var (offered, _) = await decisions.OffersAsync(claim.Account, claim.Claim, Cancel);
        await claim.Get<OrderStore>().ChangeAsync(claim.Account, claim.Order.Id, order => order! with { Total = order!.Total + 1 }, Cancel);

        (await decisions.ConfirmAsync(Confirm(claim, offered!, ClaimActionNames.Refund, "c-1"), Person(InboxRoles.Administrator), Cancel)).ShouldNotBeNull().Code.ShouldBe("claim.changed");
        claim.World.Journal.MoneyActions($"{claim.Claim}").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_partial_refund_is_one_of_those_offered_and_follows_its_proposal()
    {
        await using var claim = await ClaimRoute.StartAsync();
        using var scope = claim.Get<IServiceScopeFactory>().CreateScope();
        var decisions = scope.ServiceProvider.GetRequiredService<ClaimDecisions>();
        var (offered, _) = await decisions.OffersAsync(claim.Account, claim.Claim, Cancel);
        var confirmation = Confirm(claim, offered!, ClaimActionNames.PartialRefund, "c-1") with { Proposal = "p-1" };

        (await decisions.ConfirmAsync(confirmation, Person(InboxRoles.Administrator), Cancel)).ShouldNotBeNull().Code.ShouldBe("claim.percentage-missing");
        (await decisions.ConfirmAsync(confirmation with { Percentage = 35 }, Person(InboxRoles.Administrator), Cancel)).ShouldNotBeNull().Code.ShouldBe("claim.percentage-not-offered");
        (await decisions.ConfirmAsync(confirmation with { Percentage = 30 }, Person(InboxRoles.Administrator), Cancel)).ShouldBeNull();

        var act = (await claim.UntilAsync(view => view.Acts.Any(act => act.State == EffectState.Sent))).Acts.ShouldHaveSingleItem();
        (act.Percentage, act.Proposal).ShouldBe((30, "p-1"));
        claim.World.Claims.Find(claim.Claim)!.Expectations[^1].Percentage.ShouldBe(30);
    }

    [Fact]
    public async Task Evidence_is_written_down_with_its_files_and_its_day_in_the_accounts_zone()
    {
        await using var claim = await ClaimRoute.StartAsync(wish => wish with { ReasonId = "PNR9501" });
        using var scope = claim.Get<IServiceScopeFactory>().CreateScope();
        var decisions = scope.ServiceProvider.GetRequiredService<ClaimDecisions>();
        var (offered, _) = await decisions.OffersAsync(claim.Account, claim.Claim, Cancel);
        var (text, problem) = await decisions.EvidenceAsync(claim.Account, claim.Claim, new EvidenceDraft { Method = "mail", Company = "Correo", Tracking = "XX1", Day = new DateOnly(2026, 11, 1) }, Cancel);
        problem.ShouldBeNull();

        (await decisions.ConfirmAsync(Confirm(claim, offered!, ClaimActionNames.AddEvidence, "c-1") with { Text = text }, Person(InboxRoles.Agent), Cancel)).ShouldBeNull();
        await claim.UntilAsync(view => view.Acts.Any(act => act.State == EffectState.Sent));

        var shown = claim.World.Claims.Find(claim.Claim)!.Evidences.ShouldHaveSingleItem();
        (shown.Method, shown.Company, shown.Tracking).ShouldBe(("mail", "Correo", "XX1"));
        shown.Shipped.ShouldNotBeNull().ShouldStartWith("2026-11-01T03:00");
    }

    [Fact]
    public void A_form_is_complete_only_with_what_the_platform_wants()
    {
        var evidence = new EvidenceDraft { Method = EvidenceMethod.Entrusted.Value, Company = "Total", Day = new DateOnly(2026, 11, 1) };
        evidence.Request(TimeZoneInfo.Utc).Lack().ShouldNotBeNull();
        (evidence.Agency, evidence.Receiver) = ("Once", "Ana");
        evidence.Request(TimeZoneInfo.Utc).Lack().ShouldBeNull();
        evidence.Method = EvidenceMethod.PersonalDelivery.Value;
        evidence.Request(TimeZoneInfo.Utc).ShouldSatisfyAllConditions(request => request.DateDelivered.ShouldNotBeNull(), request => request.DateShipped.ShouldBeNull(), request => request.ShippingCompanyName.ShouldBeNull());
    }

    private static ClaimConfirmation Confirm(ClaimRoute claim, OfferedActions offered, string action, string id) =>
        new() { Account = claim.Account, Claim = claim.Claim, Id = id, Version = offered.Version, Action = action };

    private static ClaimsPrincipal Person(string role) =>
        new(new ClaimsIdentity([new(System.Security.Claims.ClaimTypes.NameIdentifier, "ana"), new(System.Security.Claims.ClaimTypes.Role, role)], "test"));
}
