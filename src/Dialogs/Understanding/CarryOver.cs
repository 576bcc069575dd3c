namespace MeliBot.Dialogs.Understanding;

/// <summary>What the buyer asked last on this listing; kept in the conversation's state.</summary>
public sealed class LastAsked
{
    public IList<string> Intents { get; set; } = [];

    /// <summary>Folded; null when none was named.</summary>
    public string? Option { get; set; }

    public string? OptionKind { get; set; }
}

/// <summary>Completes a question that leans on the one before: "¿Cuánto sale?", "¿Y en azul?".</summary>
internal static class CarryOver
{
    public static IReadOnlyList<RecognisedIntent> Apply(Understood understood, LastAsked last)
    {
        if (!understood.FollowUp) return understood.Intents;
        var intents = understood.Intents.ToList();
        if (intents is [{ Name: Intents.Variant, Option: not null } variant] && last.Intents.Contains(Intents.Price))
            intents.Add(variant with { Name = Intents.Price });

        if (last.Option is { } option)
        {
            for (var i = 0; i < intents.Count; i++)
            {
                if (intents[i] is { Option: null, Name: Intents.Price or Intents.Availability } intent)
                    intents[i] = intent with { Name = intent.Name == Intents.Availability ? Intents.Variant : intent.Name, Option = new NamedOption(option, option, last.OptionKind, intent.Span) };
            }
        }

        return intents;
    }

    public static void Remember(IReadOnlyList<RecognisedIntent> intents, LastAsked last)
    {
        if (intents.All(i => i.Name is Intents.Other or Intents.Thanks)) return;
        last.Intents = [.. intents.Select(i => i.Name)];
        if (intents.Select(i => i.Option).FirstOrDefault(o => o is not null) is { } option) (last.Option, last.OptionKind) = (option.Folded, option.Kind);
    }
}
