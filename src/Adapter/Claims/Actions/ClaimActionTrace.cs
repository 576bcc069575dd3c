using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims.Actions;

/// <summary>Whether a claim shows that an action was done: in its own history, in what the parties want, or in what became of it.</summary>
internal static class ClaimActionTrace
{
    // Its clock isn't ours, and it writes seconds.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <param name="claim">As it was just read, with its histories.</param>
    /// <param name="payload">What was to be done.</param>
    /// <param name="tried">When it was tried first.</param>
    public static bool Shows(StoredClaim claim, ClaimActionPayload payload, DateTimeOffset tried)
    {
        var since = tried - Skew;
        var us = claim.Us?.Role ?? ClaimRole.Respondent;
        var names = ClaimActionNames.Allowing(payload.Action);
        if (claim.ActionsHistory.Any(taken => taken.PlayerRole == us && names.Contains(taken.ActionName) && taken.DateCreated >= since)) return true;
        return payload.Action switch
        {
            ClaimActionNames.Refund => claim.Claim.Resolution is { } resolution && resolution.Reason == ClaimResolutionReason.PaymentRefunded && resolution.DateCreated >= since,
            ClaimActionNames.OpenDispute => claim.Claim.Stage == ClaimStage.Dispute,
            ClaimActionNames.PartialRefund => Wants(claim, us, ClaimExpectation.PartialRefund, since),
            ClaimActionNames.AllowReturn => Wants(claim, us, ClaimExpectation.ReturnProduct, since),
            ClaimActionNames.AllowReplace => Wants(claim, us, ClaimExpectation.ChangeProduct, since),
            _ => false,
        };
    }

    private static bool Wants(StoredClaim claim, ClaimRole us, ClaimExpectation resolution, DateTimeOffset since) =>
        claim.Expected.Any(expected => expected.PlayerRole == us && expected.Expectation == resolution && (expected.UpdatedAt ?? expected.DateCreated) >= since);
}
