using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Templates;

namespace MeliBot.Dialogs.Facts;

/// <summary>The variables under <c>claim.</c></summary>
internal static class ClaimVariables
{
    /// <param name="sender">Who wrote what the turn is about; null for an event.</param>
    public static FactValue Read(string name, ClaimFacts? claim, string? sender, DateTimeOffset now) => claim is null ? default : name switch
    {
        "" => FactValue.Of(FactValue.Group, "claim", claim.Type?.At ?? now),
        "id" => FactValue.Of(claim.Id, "claim", claim.Type?.At ?? now),
        "type" => Of(claim.Type),
        "stage" => Of(claim.Stage),
        "status" => Of(claim.Status),
        "reason" => claim.ReasonId is { } reason ? FactValue.Of(FactValue.Group, reason.Source, reason.At) : default,
        "reason.id" => Of(claim.ReasonId),
        "reason.name" => Of(claim.ReasonName),
        "reason.detail" => Of(claim.ReasonDetail),
        "group" => Of(claim.Group),
        "triage" => Of(claim.Triage),
        "quantity" => Of(claim.Quantity),
        "actions" => Of(claim.Actions),
        "mandatory" => Of(claim.Mandatory),
        "due" => Of(claim.Due),
        "hours_left" => claim.Due is { } due ? Hours(due, now) : default,
        "overdue" => claim.Due is { } until ? Flag(until.Value <= now, until) : default,
        "must_act" => Of(claim.MustAct),
        "affects_reputation" => Of(claim.Reputation),
        "has_incentive" => Of(claim.HasIncentive),
        "incentive_until" => Of(claim.IncentiveUntil),
        "expected" => Of(claim.Expected),
        "fulfilled" => Of(claim.Fulfilled),
        "return" => (claim.ReturnStatus ?? claim.ReturnMoney) is { } back ? FactValue.Of(FactValue.Group, back.Source, back.At) : default,
        "return.status" => Of(claim.ReturnStatus),
        "return.money" => Of(claim.ReturnMoney),
        "role" => Of(claim.Role),
        "receiver" => FactValue.Of(ClaimReceiver.Of(claim), "claim", claim.Actions?.At ?? now),
        "sender" => FactValue.Of(sender, "message", now),
        "title" => Of(claim.Title),
        "problem" => Of(claim.Problem),
        "resolution" => Of(claim.Resolution),
        _ => default,
    };

    /// <summary>Whole hours, begun ones not counted; below zero once the time is over.</summary>
    private static FactValue Hours(Fact<DateTimeOffset> due, DateTimeOffset now) => FactValue.Of((decimal)Math.Floor((due.Value - now).TotalHours), due.Source, due.At);

    private static FactValue Flag(bool value, Fact<DateTimeOffset> of) => FactValue.Of(value, of.Source, of.At);

    private static FactValue Of<T>(Fact<T>? fact) => fact is null ? default : FactValue.Of(fact.Value, fact.Source, fact.At);
}
