namespace MeliBot.MercadoLibre;

/// <summary>What the refusals of claims say beside their kind.</summary>
public static class ClaimErrors
{
    /// <summary>The seller may not do this now: the claim has moved on, or never allowed it. Read it again.</summary>
    public static bool IsActionMissing(MercadoLibreError error) => MissingAction(error) is not null;

    /// <summary>The action that a refusal says isn't available; null when it says no such thing.</summary>
    public static ClaimActionName? MissingAction(MercadoLibreError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        // "Action X not available for player", "Not valid action X for player role respondent"
        var words = error.Message.Split([' ', '.', ',', ':', '"', '\''], StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, word => word.Equals("action", StringComparison.OrdinalIgnoreCase));
        if (at < 0 || at + 1 >= words.Length || !(Says(error, "not available for player") || Says(error, "not valid action")))
            return null;
        return ClaimActionName.From(words[at + 1]);
    }

    /// <summary>The platform has no offer of that percentage.</summary>
    public static bool IsPercentageRefused(MercadoLibreError error) => Says(error, "percentage not found");

    /// <summary>The claim allows no partial refund at all.</summary>
    public static bool AllowsNoPartialRefund(MercadoLibreError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Status == 422 || MissingAction(error) == ClaimActionName.AllowPartialRefund;
    }

    /// <summary>There is no such claim, return, review or file; the platform says so with 404, and of files with 400.</summary>
    public static bool IsMissing(MercadoLibreError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Kind == ErrorKind.NotFound;
    }

    /// <summary>The search was refused because it has no filter that counts.</summary>
    public static bool IsUnbounded(MercadoLibreError error) => Says(error, "at least submit some of these filters") || Says(error, "at least any of these filters");

    private static bool Says(MercadoLibreError error, string words)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
    }
}
