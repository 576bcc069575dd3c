using System.Globalization;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims;

/// <param name="Name">One of <see cref="ClaimEventNames"/>.</param>
/// <param name="What">Tells it from the claim's others; the same each time the claim is looked at.</param>
/// <param name="At">When it happened at the platform; null when the platform doesn't say.</param>
/// <param name="Says">What it is about: a stage, an act, a status of the return.</param>
/// <param name="Wants">Whether somebody may have to say or do something about it.</param>
public sealed record ClaimHappening(string Name, string What, DateTimeOffset? At, string? Says, bool Wants);

/// <summary>What has happened to a claim, as the claim and its histories tell it. Looking again tells the same again, and what is new.</summary>
public static class ClaimHappenings
{
    public static IEnumerable<ClaimHappening> Of(StoredClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        yield return new(ClaimEventNames.Opened, "opened", claim.Claim.DateCreated, claim.Claim.Type.Value, claim.IsOpen);
        foreach (var change in Changes(claim)) yield return change;
        if (claim.Mandatory is { } must)
            yield return new(ClaimEventNames.ActionRequired, Text($"required/{must.Action}/{must.DueDate?.ToUnixTimeSeconds()}"), null, must.Action.Value, claim.IsOpen);
        if (claim.Return is { } parcel && parcel.Status.Value is { } status)
            yield return new(ClaimEventNames.ReturnChanged, "return/" + status.ToLowerInvariant(), parcel.LastUpdated, status, claim.IsOpen);
    }

    /// <summary>From one stage or status to the next. Without a history, what the claim is now says what must have been.</summary>
    private static IEnumerable<ClaimHappening> Changes(StoredClaim claim)
    {
        IReadOnlyList<ClaimStatusChange> history = claim.StatusHistory.Count > 0
            ? claim.StatusHistory
            : [new() { Stage = claim.Claim.Stage == ClaimStage.Dispute || claim.Claim.Stage == ClaimStage.Recontact ? ClaimStage.Claim : claim.Claim.Stage, Status = ClaimStatus.Opened, Date = claim.Claim.DateCreated }];

        // The history may lag behind the claim.
        if (history[^1].Stage != claim.Claim.Stage || (history[^1].Status != claim.Claim.Status && claim.Claim.Status.Value is not null))
        {
            var at = claim.IsOpen ? claim.Claim.LastUpdated : claim.Claim.Resolution?.DateCreated ?? claim.Claim.LastUpdated;
            history = [.. history, new() { Stage = claim.Claim.Stage, Status = claim.Claim.Status, Date = at }];
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 1; i < history.Count; i++)
        {
            var (before, now) = (history[i - 1], history[i]);
            if (now.Status == ClaimStatus.Closed && before.Status != ClaimStatus.Closed) yield return Counted(ClaimEventNames.Closed, "closed", now, now.Stage.Value, false);
            else if (before.Status == ClaimStatus.Closed && now.Status != ClaimStatus.Closed) yield return Counted(ClaimEventNames.Reopened, "reopened", now, now.Stage.Value, claim.IsOpen);
            if (now.Stage != before.Stage && now.Status != ClaimStatus.Closed) yield return Counted(ClaimEventNames.StageChanged, "stage/" + now.Stage.ToString().ToLowerInvariant(), now, now.Stage.Value, claim.IsOpen);
        }

        ClaimHappening Counted(string name, string what, ClaimStatusChange change, string? says, bool wants)
        {
            var number = seen[what] = seen.GetValueOrDefault(what) + 1;
            return new(name, Text($"{what}/{number}"), change.Date, says, wants);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
