namespace MeliBot.Dialogs.Understanding;

/// <summary>What the buyer asked last on this listing; kept in the conversation's state.</summary>
public sealed class LastAsked
{
    public IList<string> Intents { get; set; } = [];

    public IList<LastOption> Options { get; set; } = [];
}

/// <param name="Text">Folded.</param>
public sealed record LastOption(string Text, string Kind);

/// <summary>Completes a question that leans on the one before: "¿Cuánto sale en talle 38?", "¿Y en azul?".</summary>
internal static class CarryOver
{
    public static IReadOnlyList<RecognisedIntent> Apply(Understood understood, LastAsked last)
    {
        if (!understood.FollowUp) return understood.Intents;
        var intents = understood.Intents.ToList();
        if (intents is [{ Name: Intents.Variant, Options.Count: > 0 } variant] && last.Intents.Contains(Intents.Price))
            intents.Add(variant with { Name = Intents.Price, Carried = true });

        return [.. intents.Select(intent => intent.Name is Intents.Variant or Intents.Price or Intents.Availability ? WithOptions(intent, last) : intent)];
    }

    public static void Remember(IReadOnlyList<RecognisedIntent> intents, LastAsked last)
    {
        if (intents.All(i => i.Name is Intents.Other or Intents.Thanks)) return;
        last.Intents = [.. intents.Select(i => i.Name)];
        if (intents.FirstOrDefault(i => i.Options.Count > 0) is { } named) last.Options = [.. named.Options.Select(o => new LastOption(o.Folded, o.Kind))];
    }

    /// <summary>A colour said now replaces the last colour; the last size stays.</summary>
    private static RecognisedIntent WithOptions(RecognisedIntent intent, LastAsked last)
    {
        var kept = last.Options.Where(o => intent.Options.All(now => now.Kind != o.Kind)).Select(o => new NamedOption(o.Text, o.Text, o.Kind, intent.Span)).ToArray();
        if (kept.Length == 0) return intent;
        return intent with { Options = [.. intent.Options, .. kept], Name = intent.Name == Intents.Availability ? Intents.Variant : intent.Name };
    }
}
