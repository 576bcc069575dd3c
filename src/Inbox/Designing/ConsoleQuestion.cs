namespace MeliBot.Inbox.Designing;

/// <summary>A question that a designer asks in a buyer's place.</summary>
public sealed record ConsoleQuestion
{
    public required string Text { get; init; }

    /// <summary>What the same buyer asked before on the same listing, in order.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>The linked seller who is asked; null for nobody in particular.</summary>
    public long? Account { get; init; }

    /// <summary>Id of a listing, which is then read from Mercado Libre with the account's permission.</summary>
    public string? Item { get; init; }

    /// <summary>A listing as Mercado Libre's JSON, instead of one that is read.</summary>
    public string? ItemJson { get; init; }

    /// <summary>What the buyer speaks, such as <c>es-MX</c>; null takes the site's.</summary>
    public string? Locale { get; init; }

    public required DateTimeOffset At { get; init; }
}
