namespace MeliBot.MercadoLibre;

/// <summary>Who is who in a claim, and who must do what.</summary>
public static class ClaimSides
{
    /// <summary>The account's own part in the claim; null when it has none.</summary>
    /// <remarks>By the account's id and not by role: in a cancelled sale the seller is the complainant, and an account may be a buyer elsewhere.</remarks>
    public static ClaimPlayer? Seller(this Claim claim, long account) => claim.PlayerOf(account);

    /// <summary>What somebody may do now; empty when nothing, or when he has no part in the claim.</summary>
    public static IReadOnlyList<ClaimAction> ActionsOf(this Claim claim, long userId) => claim.PlayerOf(userId)?.AvailableActions ?? [];

    /// <summary>True when somebody may do this now.</summary>
    public static bool MayDo(this Claim claim, long userId, ClaimActionName action) => claim.ActionsOf(userId).Any(a => a.Action == action);

    /// <summary>What somebody must do, the most urgent where there are several; null when nothing.</summary>
    public static ClaimAction? MandatoryOf(this Claim claim, long userId) => MostUrgent(claim.ActionsOf(userId));

    /// <summary>The one who must act, and how: the platform has at most one at a time. Null when nobody must.</summary>
    public static ClaimDuty? Duty(this Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Players
            .Select(player => MostUrgent(player.AvailableActions) is { } action ? new ClaimDuty(player, action) : null)
            .OfType<ClaimDuty>()
            .MinBy(duty => duty.Action.DueDate ?? DateTimeOffset.MaxValue);
    }

    /// <summary>Mercado Libre's person in a dispute. Usually missing, also where one has decided.</summary>
    public static ClaimPlayer? Mediator(this Claim claim) => claim.Players.FirstOrDefault(player => player.Role == ClaimRole.Mediator);

    /// <summary>True where somebody takes part as a buyer: a claim of his own purchase, not of a sale.</summary>
    public static bool IsBuyer(this Claim claim, long userId) =>
        claim.PlayerOf(userId) is { } player && (player.Type == ClaimPlayerType.Buyer || player.Type == ClaimPlayerType.Payer || player.Type == ClaimPlayerType.Receiver);

    private static ClaimPlayer? PlayerOf(this Claim claim, long userId)
    {
        ArgumentNullException.ThrowIfNull(claim);
        // One id may stand for several parts; the seller's is the one that counts, then the one who may do something.
        return claim.Players
            .Where(player => player.UserId == userId)
            .OrderByDescending(player => player.Type == ClaimPlayerType.Seller)
            .ThenByDescending(player => player.AvailableActions.Count)
            .FirstOrDefault();
    }

    private static ClaimAction? MostUrgent(IReadOnlyList<ClaimAction> actions) =>
        actions.Where(action => action.Mandatory == true).MinBy(action => action.DueDate ?? DateTimeOffset.MaxValue);
}

/// <summary>Who must do what.</summary>
public sealed record ClaimDuty(ClaimPlayer Player, ClaimAction Action);
