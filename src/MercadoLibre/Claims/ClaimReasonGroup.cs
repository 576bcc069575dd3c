namespace MeliBot.MercadoLibre;

/// <summary>What a claim is about, as far as the id of its reason tells.</summary>
public enum ClaimReasonGroup
{
    /// <summary>Without a reason, or of a prefix that isn't known.</summary>
    Unknown,

    /// <summary><c>PNR</c>: the product didn't arrive.</summary>
    NotReceived,

    /// <summary><c>PDD</c>: the product isn't what was bought, or doesn't work, or isn't wanted any more.</summary>
    DifferentOrDefective,

    /// <summary><c>CS</c>: the purchase or the sale was cancelled.</summary>
    CancelledPurchase,
}

/// <summary>Groups the ids of reasons.</summary>
public static class ClaimReasonGroups
{
    /// <param name="reasonId">Such as <c>PDD9549</c>; null and what isn't known are <see cref="ClaimReasonGroup.Unknown"/>.</param>
    public static ClaimReasonGroup Of(string? reasonId) => Prefix(reasonId?.Trim()).ToUpperInvariant() switch
    {
        "PNR" => ClaimReasonGroup.NotReceived,
        "PDD" => ClaimReasonGroup.DifferentOrDefective,
        "CS" => ClaimReasonGroup.CancelledPurchase,
        _ => ClaimReasonGroup.Unknown,
    };

    private static string Prefix(string? id) => id is null ? "" : new string([.. id.TakeWhile(char.IsAsciiLetter)]);
}
