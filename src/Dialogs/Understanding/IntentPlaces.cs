namespace MeliBot.Dialogs.Understanding;

/// <summary>Where an intent is heard. What buyers write before a sale and after it is understood by models of their own, so that none changes another.</summary>
public static class IntentPlaces
{
    /// <summary>Questions on a listing.</summary>
    public const string Questions = "questions";

    /// <summary>Messages of a sale.</summary>
    public const string Orders = "orders";

    /// <summary>Messages of a claim, where a playbook has intents for them; else they are understood as messages of a sale.</summary>
    public const string Claims = "claims";

    public static IReadOnlyList<string> All { get; } = [Questions, Orders, Claims];

    /// <summary>The place of a kind of conversation.</summary>
    /// <param name="claimsOfTheirOwn">Some intent is heard in claims alone.</param>
    public static string Of(string kind, bool claimsOfTheirOwn) => kind switch
    {
        Orders => Orders,
        Claims => claimsOfTheirOwn ? Claims : Orders,
        _ => Questions,
    };
}
