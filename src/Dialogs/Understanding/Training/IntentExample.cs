namespace MeliBot.Dialogs.Understanding;

/// <summary>A question as a buyer would write it, with what it asks.</summary>
/// <param name="Locale">For example <c>es-AR</c>; empty where it doesn't matter.</param>
/// <param name="Intents">In the order asked. Empty, or <see cref="NoIntent"/>: it asks nothing.</param>
public sealed record IntentExample(string Text, string Locale, IReadOnlyList<string> Intents)
{
    /// <summary>The name of the file whose examples ask nothing: stories and courtesies around a question.</summary>
    public const string NoIntent = "none";
}

/// <summary>A text that looks like an intent but isn't; what else it may be isn't said.</summary>
public sealed record NegativeExample(string Text, string Locale, string Intent);
