using System.Globalization;
using MeliBot.Adapter.Claims;
using MeliBot.Dialogs.Facts;
using MeliBot.MercadoLibre;

namespace MeliBot.Bot.Facts;

/// <summary>A stored claim as facts, each with the time of the reading that it comes from. What the platform left out, or what couldn't be read, stays unknown.</summary>
internal static class ClaimFactMap
{
    private const string Claimed = "claim";

    public static ClaimFacts? Of(StoredClaim? stored)
    {
        if (stored is null) return null;
        var (claim, at) = (stored.Claim, stored.SeenAt);
        return new ClaimFacts
        {
            Id = stored.Id.ToString(CultureInfo.InvariantCulture),
            Type = Known(claim.Type.Value, Claimed, at),
            Stage = Known(claim.Stage.Value, Claimed, at),
            Status = Known(claim.Status.Value, Claimed, at),
            ReasonId = Known(claim.ReasonId, Claimed, at),
            ReasonName = Known(stored.Reason?.Name, "claim-reason", at),
            ReasonDetail = Known(stored.Reason?.Detail, "claim-reason", at),
            Group = Known(ClaimWords.GroupOf(claim.ReasonId), Claimed, at),
            Triage = stored.Reason?.Triage is [{ Value: { } triage }] ? Known(triage, "claim-reason", at) : null,
            Quantity = Known(claim.QuantityType.Value, Claimed, at),
            // A claim that doesn't name the account says nothing of what it may do.
            Actions = stored.Us is null ? null : new Fact<IReadOnlyList<string>>([.. stored.Actions.Select(action => action.Action.Value).OfType<string>()], Claimed, at),
            Mandatory = Known(stored.Mandatory?.Action.Value, Claimed, at),
            Due = DueOf(stored),
            MustAct = MustActOf(stored),
            Reputation = Known(stored.Reputation?.AffectsReputation.Value, "affects-reputation", stored.ReputationSeenAt ?? at),
            HasIncentive = Flag(stored.Reputation?.HasIncentive, "affects-reputation", stored.ReputationSeenAt ?? at),
            IncentiveUntil = Time(stored.Reputation?.DueDate, "affects-reputation", stored.ReputationSeenAt ?? at),
            Expected = ExpectedOf(stored),
            Fulfilled = Flag(claim.Fulfilled, Claimed, at),
            ReturnStatus = Known(stored.Return?.Status.Value, "return", stored.ReturnSeenAt ?? at),
            ReturnMoney = Known(stored.Return?.StatusMoney.Value, "return", stored.ReturnSeenAt ?? at),
            Role = Known(stored.Us?.Role.Value, Claimed, at),
            Title = Known(stored.Detail?.Title, "claim-detail", stored.DetailSeenAt ?? at),
            Problem = Known(stored.Detail?.Problem, "claim-detail", stored.DetailSeenAt ?? at),
            Resolution = Known(claim.Resolution?.Reason.Value, Claimed, at),
            Sale = stored.Sale?.Conversation,
            Order = stored.Sale?.Order,
        };
    }

    /// <summary>Of what we must do; else of whoever must act, as the detail says.</summary>
    private static Fact<DateTimeOffset>? DueOf(StoredClaim stored) => stored.Mandatory?.DueDate is { } ours
        ? Time(ours, Claimed, stored.SeenAt)
        : Time(stored.Detail?.DueDate, "claim-detail", stored.DetailSeenAt ?? stored.SeenAt);

    /// <summary>The platform names parties and roles alike here; for dialogs we are the seller, whatever our part in the claim is.</summary>
    private static Fact<string>? MustActOf(StoredClaim stored)
    {
        if (stored.Mandatory is not null) return Known("seller", Claimed, stored.SeenAt);
        if (stored.Detail?.ActionResponsible.Value is not { Length: > 0 } said) return null;
        var party = ClaimParty.From(said);
        var who = party == ClaimParty.Complainant || party == ClaimParty.Respondent
            ? stored.Us?.Role.Value is { } role && ClaimParty.From(role) == party ? "seller" : "buyer"
            : said.ToLowerInvariant();
        return Known(who, "claim-detail", stored.DetailSeenAt ?? stored.SeenAt);
    }

    /// <summary>What the other side asks for and nobody has turned down.</summary>
    private static Fact<IReadOnlyList<string>>? ExpectedOf(StoredClaim stored)
    {
        if (stored.ExpectedSeenAt is not { } at) return null;
        var theirs = stored.Expected.Where(wish => wish.Status != ExpectationStatus.Rejected && wish.PlayerRole != (stored.Us?.Role ?? ClaimRole.Respondent));
        return new Fact<IReadOnlyList<string>>([.. theirs.Select(wish => wish.Expectation.Value).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)], "expected-resolutions", at);
    }

    private static Fact<string>? Known(string? value, string source, DateTimeOffset at) => string.IsNullOrWhiteSpace(value) ? null : new Fact<string>(value, source, at);

    private static Fact<bool>? Flag(bool? value, string source, DateTimeOffset at) => value is { } known ? new Fact<bool>(known, source, at) : null;

    private static Fact<DateTimeOffset>? Time(DateTimeOffset? value, string source, DateTimeOffset at) => value is { } known ? new Fact<DateTimeOffset>(known, source, at) : null;
}
