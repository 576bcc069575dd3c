namespace MeliBot.Adapter.Claims;

/// <summary>A look and what is kept make what is kept from now on. An older look never replaces a newer one.</summary>
internal static class ClaimMerge
{
    public static StoredClaim Merge(StoredClaim? known, ClaimReading read, long account, long id)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (known is not null && IsOlder(read, known)) return known;
        var kept = known ?? new StoredClaim { Account = account, Id = id, Claim = read.Claim, SeenAt = read.At };
        return kept with
        {
            // A claim out of a list may lack its id.
            Claim = read.Claim.Id is null ? read.Claim with { Id = id } : read.Claim,
            SeenAt = read.At,
            Detail = read.Detail ?? kept.Detail,
            DetailSeenAt = read.Detail is null ? kept.DetailSeenAt : read.At,
            Reason = read.Reason ?? kept.Reason,
            Reputation = read.Reputation ?? kept.Reputation,
            ReputationSeenAt = read.Reputation is null ? kept.ReputationSeenAt : read.At,
            Expected = read.Expected ?? kept.Expected,
            ExpectedSeenAt = read.Expected is null ? kept.ExpectedSeenAt : read.At,
            StatusHistory = read.StatusHistory ?? kept.StatusHistory,
            ActionsHistory = read.ActionsHistory ?? kept.ActionsHistory,
            HistoriesSeenAt = read.StatusHistory is null || read.ActionsHistory is null ? kept.HistoriesSeenAt : read.At,
            Return = read.Return ?? kept.Return,
            ReturnSeenAt = read.Return is null ? kept.ReturnSeenAt : read.At,
            Sale = read.Sale ?? kept.Sale,
        };
    }

    private static bool IsOlder(ClaimReading read, StoredClaim known) => read.Claim.LastUpdated is { } updated && known.Claim.LastUpdated is { } before
        ? updated < before || (updated == before && read.At < known.SeenAt)
        : read.At < known.SeenAt;
}
