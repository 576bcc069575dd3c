using System.Globalization;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims.Chronicle;

/// <summary>Makes a claim's events out of the looks at it, and out of nothing else: the same looks always give the same events.</summary>
public static class ClaimChronicle
{
    // A date and the end that follows from it are some moments apart.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <param name="account">The seller.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="looks">All of them, oldest first.</param>
    public static IReadOnlyList<ClaimEvent> Of(long account, long claim, IReadOnlyList<ClaimLook> looks)
    {
        ArgumentNullException.ThrowIfNull(looks);
        var writer = new Writer(account, claim);
        Duty? duty = null;
        DateTimeOffset? earlier = null;
        string? reputation = null;
        foreach (var look in looks)
        {
            var content = look.Content;
            if (look.Number == 1) writer.Add(look, "ingested", ClaimEventKinds.Ingested, null, null, look.Source);
            Platform(writer, look, account, claim);
            Words(writer, look, account);
            Own(writer, look);
            duty = Mandatory(writer, look, duty, earlier, account);
            earlier = content.Claim.LastUpdated ?? earlier;
            if (content.Reputation?.AffectsReputation.Value is { } effect && effect != reputation)
            {
                writer.Add(look, $"reputation/{look.Number}", reputation is null ? ClaimEventKinds.ReputationDecided : ClaimEventKinds.ReputationChanged, null, null, effect);
                reputation = effect;
            }
        }

        return writer.Events;
    }

    private static void Platform(Writer writer, ClaimLook look, long account, long claim)
    {
        var content = look.Content;
        var view = new StoredClaim { Account = account, Id = claim, Claim = content.Claim, SeenAt = look.At, StatusHistory = content.StatusHistory, Return = content.Return };
        ClaimHappening? end = null;
        foreach (var happening in ClaimHappenings.Of(view))
        {
            var name = happening.Name switch
            {
                ClaimEventNames.Opened => ClaimEventKinds.Opened,
                ClaimEventNames.Reopened => ClaimEventKinds.Reopened,
                ClaimEventNames.StageChanged => ClaimEventKinds.StageChanged,
                ClaimEventNames.ReturnChanged => ClaimEventKinds.ReturnChanged,
                ClaimEventNames.Closed => ClaimEventKinds.Closed,
                _ => null,
            };
            if (name is null || !writer.Add(look, happening.What, name, happening.At, null, happening.Says)) continue;
            if (name == ClaimEventKinds.Closed) end = happening;
            else if (name == ClaimEventKinds.Reopened && end is { } unseen) writer.Add(look, "unseen/" + unseen.What, ClaimEventKinds.ClosedUnseen, unseen.At, null, unseen.Says);
        }

        if (content.Claim.Resolution is { } resolution)
            writer.Add(look, $"resolved/{Moment(resolution.DateCreated)}/{resolution.Reason}", ClaimEventKinds.Resolved, resolution.DateCreated, resolution.ClosedBy.Value, resolution.Reason.Value);
        foreach (var taken in content.ActionsHistory)
            writer.Add(look, $"taken/{taken.ActionName}/{taken.PlayerRole}/{Moment(taken.DateCreated)}", ClaimEventKinds.ActionTaken, taken.DateCreated, taken.PlayerRole.Value, taken.ActionName.Value);
    }

    private static void Words(Writer writer, ClaimLook look, long account)
    {
        var us = look.Content.Claim.Seller(account)?.Role ?? ClaimRole.Respondent;
        foreach (var (message, by) in look.Content.Messages)
        {
            var name = message.SenderRole == us
                ? by == "bot" ? ClaimEventKinds.BotReplied : by?.StartsWith("agent:", StringComparison.Ordinal) == true ? ClaimEventKinds.AgentReplied : ClaimEventKinds.SellerRepliedElsewhere
                : message.SenderRole == ClaimRole.Mediator ? ClaimEventKinds.MediatorSpoke : ClaimEventKinds.CounterpartWrote;
            writer.Add(look, "message/" + message.Key, name, message.At, message.SenderRole == us ? by : message.SenderRole.Value, message.ReceiverRole.Value);
        }
    }

    private static void Own(Writer writer, ClaimLook look)
    {
        foreach (var act in look.Content.Acts)
        {
            var name = act.Kind switch
            {
                "decision" => ClaimEventKinds.BotDecided,
                "proposal" => ClaimEventKinds.Proposed,
                "dismissal" => ClaimEventKinds.ProposalDismissed,
                "escalation" => ClaimEventKinds.Escalated,
                "overdue" => ClaimEventKinds.MandatoryMissed,
                "act" when act.State == "sent" => ClaimEventKinds.ActionExecuted,
                "act" when act.State is "refused" or "parked" => ClaimEventKinds.ActionFailed,
                _ => null,
            };
            if (name is not null) writer.Add(look, act.Kind == "overdue" ? "missed/" + act.What : $"{act.Kind}/{act.Id}/{act.State}", name, act.At, act.Who, act.What);
        }
    }

    /// <summary>What the seller has to do is set, and then met, missed or lifted.</summary>
    private static Duty? Mandatory(Writer writer, ClaimLook look, Duty? before, DateTimeOffset? earlier, long account)
    {
        var claim = look.Content.Claim;
        var us = claim.Seller(account);
        var must = claim.MandatoryOf(account);
        var now = must is null ? null : new Duty(must.Action, must.DueDate, earlier, [.. Done(look, us?.Role ?? ClaimRole.Respondent, must.Action).Select(done => done.Key)]);
        if (before is not null && (now is null || !now.IsSame(before))) End(writer, look, before, us?.Role ?? ClaimRole.Respondent);

        // Set and missed between two looks: the end of the claim says so.
        if (before is null && claim.Status == ClaimStatus.Closed && claim.Resolution is { } end && end.Reason == ClaimResolutionReason.RespondentTimeout
            && !writer.Events.Exists(happened => happened.Name == ClaimEventKinds.MandatoryMissed && !(happened.At < end.DateCreated - Skew)))
            writer.Add(look, "missed/unseen/" + Moment(end.DateCreated), ClaimEventKinds.MandatoryMissed, end.DateCreated, null, null);
        if (now is not null && (before is null || !now.IsSame(before))) writer.Add(look, "set/" + now.Name, ClaimEventKinds.MandatorySet, null, null, now.Name);
        if (now?.Due <= look.At) writer.Add(look, "missed/" + now.Name, ClaimEventKinds.MandatoryMissed, now.Due, null, now.Name);
        return now is not null && before is not null && now.IsSame(before) ? before : now;
    }

    private static void End(Writer writer, ClaimLook look, Duty duty, ClaimRole us)
    {
        var claim = look.Content.Claim;
        if (claim.Status == ClaimStatus.Closed && claim.Resolution?.Reason == ClaimResolutionReason.RespondentTimeout)
            writer.Add(look, "missed/" + duty.Name, ClaimEventKinds.MandatoryMissed, duty.Due, null, duty.Name);
        // What was there when it was set didn't meet it, and a history that couldn't be read then may show it only now.
        else if (Done(look, us, duty.Action).Where(done => !duty.Before.Contains(done.Key) && !(done.At <= duty.After)).Select(done => (DateTimeOffset?)(done.At ?? look.At)).FirstOrDefault() is { } at)
            writer.Add(look, "met/" + duty.Name, ClaimEventKinds.MandatoryMet, at, null, duty.Name);
        else if (duty.Due <= look.At || (claim.Status == ClaimStatus.Closed && duty.Due <= Ended(look)))
            writer.Add(look, "missed/" + duty.Name, ClaimEventKinds.MandatoryMissed, duty.Due, null, duty.Name);
        else writer.Add(look, "lifted/" + duty.Name, ClaimEventKinds.MandatoryLifted, null, null, duty.Name);
    }

    /// <summary>By the platform's own clock.</summary>
    private static DateTimeOffset? Ended(ClaimLook look) =>
        look.Content.Claim.Resolution?.DateCreated ?? look.Content.StatusHistory.LastOrDefault(change => change.Status == ClaimStatus.Closed)?.Date ?? look.Content.Claim.LastUpdated;

    /// <summary>Each time that the seller did it, by the history of actions and by what was written.</summary>
    private static IEnumerable<(string Key, DateTimeOffset? At)> Done(ClaimLook look, ClaimRole us, ClaimActionName action)
    {
        foreach (var taken in look.Content.ActionsHistory.Where(taken => taken.PlayerRole == us && taken.ActionName == action)) yield return ("taken/" + Moment(taken.DateCreated), taken.DateCreated);
        if (action != ClaimActionName.SendMessageToComplainant && action != ClaimActionName.SendMessageToMediator) yield break;
        foreach (var (message, _) in look.Content.Messages.Where(written => written.Message.SenderRole == us && written.Message.IsDelivered)) yield return ("message/" + message.Key, message.At);
    }

    private static string Moment(DateTimeOffset? at) => at is { } known ? known.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : "undated";

    /// <param name="After">When it certainly wasn't set yet, by the platform's clock.</param>
    /// <param name="Before">What had been done when it was set.</param>
    private sealed record Duty(ClaimActionName Action, DateTimeOffset? Due, DateTimeOffset? After, IReadOnlyCollection<string> Before)
    {
        public string Name { get; } = $"{Action}/{Moment(Due)}";

        public bool IsSame(Duty other) => Name == other.Name;
    }

    private sealed class Writer(long account, long claim)
    {
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

        public List<ClaimEvent> Events { get; } = [];

        /// <summary>False for what an earlier look showed.</summary>
        public bool Add(ClaimLook look, string id, string name, DateTimeOffset? at, string? who, string? what)
        {
            if (!_ids.Add(id)) return false;
            Events.Add(new ClaimEvent(id, account, claim, name, at, look.At, look.Source, look.Number, who, what));
            return true;
        }
    }
}
