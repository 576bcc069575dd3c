namespace MeliBot.Dialogs.Understanding;

/// <summary>Where an intent is heard. What buyers write before a sale and after it is understood by two models, so that neither changes the other.</summary>
public static class IntentPlaces
{
    /// <summary>Questions on a listing.</summary>
    public const string Questions = "questions";

    /// <summary>Messages of a sale.</summary>
    public const string Orders = "orders";

    /// <summary>The place of a kind of conversation; claims have no intents of their own and are understood as questions are.</summary>
    public static string Of(string kind) => kind == Orders ? Orders : Questions;
}
